import { ruleName } from '../../components/rule-name';
import type { BarProtocol, LastAction, PaperText } from '../../lib/bar-messages';
import type { Handlers } from '../../lib/messages';
import type { PaperId } from '../../papers/paper';
import { defined } from '../../papers/record';
import { listActions } from '../../store/actions/list';
import { undoAction, undoable } from '../../store/actions/undo';
import type { Action } from '../../store/database/schema';
import { around } from '../../store/days/around';
import { listTags, openPaper, recordsOf, undecidedOf } from '../../store/records/queries';
import { remarksOnPage } from '../../store/records/remarks';
import { addTag, decideAsked } from '../../store/words/decide';
import {
  parseId,
  parseMakeRule,
  parseOpenDeck,
  parsePageBar,
  parseRemarks,
  parseRest,
  parseTagPaper,
  parseUndo,
} from './bar-payloads';
import { follow, followOffers } from './following';
import { addressOfStored, openAddress, openDeck } from './open';
import { noteOpened } from './opened';

/** The messages of the page bar. */
export type BarMessage = keyof BarProtocol;

/** What the background does for the page bar. */
export const barHandlers: Handlers<BarMessage> = {
  remarks: async (request) => {
    const { ids, day } = parseRemarks(request);
    return remarksOnPage(ids, ruleName, day);
  },
  pageBar: async (request) => around(parsePageBar(request).day, Date.now()),
  dismissRest: async (request) => {
    const { ids, click } = parseRest(request);
    const asked = { ...click, now: Date.now() };
    const undecided = await undecidedOf(ids);
    const { action } = await decideAsked(undecided, 'dismissed', asked, { view: 'bar' });
    return actionOf(action);
  },
  lastAction: async () => told((await undoable())[0]),
  undo: async (request) => undoAction(parseUndo(request).action, Date.now()),
  tagPaper: async (request) => {
    const { id, tag, click } = parseTagPaper(request);
    const now = Date.now();
    const { action } = await addTag(id, tag, now, { view: 'bar' }, { ...click, now });
    return actionOf(action);
  },
  tagNames: async () => (await listTags()).map(({ name }) => name),
  paperText: async (request) => paperText(parseId(request).id),
  makeRule: async (request) => follow(parseMakeRule(request).draft, Date.now()),
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

/**
 * What the page bar is told of an action; `null` of none, or when it was undone.
 * @throws StoreError
 */
export async function actionOf(id: number | undefined): Promise<LastAction | null> {
  if (id === undefined) return null;
  return told((await listActions()).find((action) => action.id === id));
}

function told(action: Action | undefined): LastAction | null {
  if (!action) return null;
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
