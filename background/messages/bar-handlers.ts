import type { BarProtocol, LastAction, PaperText, Standing } from '../../lib/bar-messages';
import type { Handlers, Sender } from '../../lib/messages';
import type { PaperId } from '../../papers/paper';
import { defined } from '../../papers/record';
import { listActions } from '../../store/actions/list';
import { undoAction, undoable } from '../../store/actions/undo';
import type { Action } from '../../store/database/schema';
import { neighbourDays } from '../../store/days/neighbour-days';
import { listTags, openPaper, recordsOf, undecidedOf } from '../../store/records/queries';
import { addTag, decideAsked } from '../../store/words/decide';
import { noteOpened } from '../commands/note-opened';
import { addressOfStored, openAddress, openDeck } from '../commands/open-page';
import { follow, followOffers } from '../notifications/followed-papers';
import {
  parseId,
  parseMakeRule,
  parseOpenDeck,
  parsePageBar,
  parseRest,
  parseTagPaper,
  parseUndo,
} from './bar-payloads';
import { answered, standingOfPage } from './tell-pages';

/** The messages of the page bar. */
export type BarMessage = keyof BarProtocol;

/** What the background does for the page bar. */
export const barHandlers: Handlers<BarMessage> = {
  pageBar: async (request) => neighbourDays(parsePageBar(request).day, Date.now()),
  dismissRest: (request, sender) =>
    changing(sender, async () => {
      const { ids, click } = parseRest(request);
      const asked = { ...click, now: Date.now() };
      const undecided = await undecidedOf(ids);
      const { action } = await decideAsked(undecided, 'dismissed', asked, { view: 'bar' });
      return { action: await actionOf(action) };
    }),
  lastAction: async () => told((await undoable())[0]),
  undo: (request, sender) =>
    changing(sender, () => undoAction(parseUndo(request).action, Date.now())),
  tagPaper: (request, sender) =>
    changing(sender, async () => {
      const { id, tag, click } = parseTagPaper(request);
      const now = Date.now();
      const { action } = await addTag(id, tag, now, { view: 'bar' }, { ...click, now });
      return { action: await actionOf(action) };
    }),
  tagNames: async () => (await listTags()).map(({ name }) => name),
  paperText: async (request) => paperText(parseId(request).id),
  makeRule: (request, sender) =>
    changing(sender, async () => ({
      said: await follow(parseMakeRule(request).draft, Date.now()),
    })),
  openPaper: async (request) => {
    const [record] = await recordsOf([parseId(request).id]);
    if (!record) return null;
    await openAddress(addressOfStored(record), 'newForegroundTab');
    await noteOpened(record.id);
    return null;
  },
  openDeck: async (request) => {
    await openDeck(parseOpenDeck(request));
    return null;
  },
};

/** Does what may change several papers of the sender's page, and adds how all of them stand then. */
function changing<Answer>(
  sender: Sender,
  work: () => Promise<Answer>,
): Promise<Answer & { readonly standing: Standing }> {
  const answer = async () => ({ ...(await work()), standing: await standingOfPage(sender) });
  return answered(sender, answer(), ({ standing }) => standing);
}

async function actionOf(id: number | undefined): Promise<LastAction | null> {
  if (id === undefined) return null;
  return told((await listActions()).find((action) => action.id === id));
}

/** What the page bar is told of an action; `null` of none, or when it was undone. */
export function told(action: Action | undefined): LastAction | null {
  if (!action || action.stage === 'undone') return null;
  const { id, kind, detail, from, done } = action;
  return defined({ id, kind, detail, from, done });
}

async function paperText(id: PaperId): Promise<PaperText | null> {
  const [record] = await recordsOf([id]);
  if (!record) return null;
  const [{ details }, follows] = await Promise.all([openPaper(record.id), followOffers(record)]);
  const { title, organization, codeUrl, tags } = record;
  const { abstract, aiSummary } = details ?? {};
  return { ...defined({ title, organization, codeUrl, abstract, aiSummary }), tags, follows };
}
