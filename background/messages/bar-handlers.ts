import type {
  BarProtocol,
  LastAction,
  NeighbourDays,
  PaperText,
  Standing,
} from '../../lib/bar-messages';
import type { Handlers, Sender } from '../../lib/messages';
import { readOptions } from '../../lib/options';
import { readPollState } from '../../lib/poll-state';
import { text } from '../../lib/text';
import { isWeekend } from '../../papers/iso-day';
import { isSaved, type PaperId } from '../../papers/paper';
import { stepOf } from '../../papers/ranking/score';
import { defined, isoDay } from '../../papers/record';
import { actionOf } from '../../store/actions/list';
import { undoAction, undoable } from '../../store/actions/undo';
import { neighbourDays } from '../../store/days/neighbour-days';
import { learningSoFar as learnedSoFar } from '../../store/ranking/learning';
import { reasonsFor } from '../../store/ranking/reasons';
import { scoresOf } from '../../store/ranking/scores';
import { listTags, openPaper, recordsOf, undecidedOf } from '../../store/records/queries';
import { addTag, countAsked, decideAsked, dropTag } from '../../store/words/decide';
import { saveNote } from '../../store/words/notes';
import { undoSentence } from '../../wording/actions';
import { reasonWords } from '../../wording/likely';
import { noteOpened } from '../commands/note-opened';
import { addressToOpen, openAddress, openDeck } from '../commands/open-page';
import { follow, followOffers } from '../notifications/followed-papers';
import { checkNow } from '../poll';
import {
  parseId,
  parseMakeRule,
  parseNotePaper,
  parseOpenDeck,
  parsePageBar,
  parseRest,
  parseTagPaper,
  parseUndo,
} from './bar-payloads';
import { lastActionOf } from './last-action';
import { answered, standingOfPage } from './tell-pages';
import { texWords } from './tex-words';

/** The messages of the page bar. */
export type BarMessage = keyof BarProtocol;

/** What the background does for the page bar. */
export const barHandlers: Handlers<BarMessage> = {
  pageBar: async (request) => around(parsePageBar(request).day, Date.now()),
  dismissRest: (request, sender) =>
    changing(sender, async () => {
      const { ids, click } = parseRest(request);
      const asked = { ...click, now: Date.now() };
      const undecided = await undecidedOf(ids);
      const { action } = await decideAsked(undecided, 'dismissed', asked, { view: 'bar' });
      return { action: await toldOf(action) };
    }),
  countDay: (request, sender) =>
    changing(sender, async () => {
      const { ids, click } = parseRest(request);
      const asked = { ...click, now: Date.now() };
      const { action } = await countAsked(await storedIds(ids), asked, { view: 'bar' });
      return { action: await toldOf(action) };
    }),
  undo: (request, sender) => changing(sender, () => undone(parseUndo(request).action, Date.now())),
  tagPaper: (request, sender) =>
    changing(sender, async () => {
      const { id, tag, off, click } = parseTagPaper(request);
      const now = Date.now();
      const change = off ? dropTag : addTag;
      const { action } = await change(id, tag, now, { view: 'bar' }, { ...click, now });
      return { action: await toldOf(action) };
    }),
  notePaper: (request, sender) =>
    changing(sender, async () => noted(parseNotePaper(request), Date.now())),
  tagNames: async () => (await listTags()).map(({ name }) => name),
  paperText: async (request) => paperText(parseId(request).id),
  reasons: async (request) => {
    const [id] = await storedIds([parseId(request).id]);
    return { why: id === undefined ? '' : await whyOf(id) };
  },
  learning: () => learningSoFar(),
  makeRule: (request, sender) =>
    changing(sender, async () => ({
      said: await follow(parseMakeRule(request).draft, Date.now()),
    })),
  checkNow: async () => {
    await checkNow();
    return null;
  },
  openPaper: async (request) => {
    const [record] = await recordsOf([parseId(request).id]);
    if (!record) return null;
    await openAddress(await addressToOpen(record), 'newForegroundTab');
    await noteOpened(record.id);
    return null;
  },
  openDeck: async (request) => {
    await openDeck(parseOpenDeck(request));
    return null;
  },
};

/** A page may know papers by other ids. */
async function storedIds(ids: readonly PaperId[]): Promise<PaperId[]> {
  return (await recordsOf(ids)).map(({ id }) => id);
}

async function around(day: string | undefined, now: number): Promise<NeighbourDays> {
  const [days, poll] = await Promise.all([neighbourDays(day, now), readPollState()]);
  return defined({ ...days, isWeekend: isWeekend(isoDay(now)), checkedAt: poll?.lastAnswerAt });
}

/** Does what may change several papers of the sender's page, and adds how all of them stand then. */
function changing<Answer>(
  sender: Sender,
  work: () => Promise<Answer>,
): Promise<Answer & { readonly standing: Standing }> {
  const answer = async () => ({ ...(await work()), standing: await standingOfPage(sender) });
  return answered(sender, answer(), ({ standing }) => standing);
}

async function toldOf(id: number | undefined): Promise<LastAction | null> {
  return lastActionOf(id === undefined ? undefined : await actionOf(id));
}

async function undone(
  asked: LastAction | undefined,
  now: number,
): Promise<{ said: string | null }> {
  const [last] = asked ? [] : await undoable();
  const action = asked ? await actionOf(asked.id) : last;
  const result = action && (await undoAction(action.id, now));
  const isDone = result && result.count + result.left > 0;
  return { said: isDone ? undoSentence(action, result) : null };
}

/** A note is about a paper that one keeps. */
async function noted(
  { id, text: words, base, click }: BarProtocol['notePaper']['request'],
  now: number,
) {
  const [record] = await recordsOf([id]);
  const isKept = !record || isSaved(record.state);
  const asked = { ...click, now };
  const saved = isKept ? undefined : await decideAsked([id], 'saved', asked, { view: 'bar' });
  const result = await saveNote(id, words, base, text('noteDivider'), now);
  const note = result && { text: result.text, base: result.updatedAt, joined: result.joined };
  return { note: note ?? null, action: await toldOf(saved?.action) };
}

async function learningSoFar(): Promise<BarProtocol['learning']['response']> {
  return (await readOptions()).ranks ? ((await learnedSoFar()) ?? null) : null;
}

/** Kept with the scores of the likeliest ones, and looked for where it is not. */
async function whyOf(id: PaperId): Promise<string> {
  const score = (await scoresOf([id])).get(id);
  if (!score || stepOf(score.likelihood) === 0) return '';
  return reasonWords(score.reasons ?? (await reasonsFor(score.id)));
}

async function paperText(id: PaperId): Promise<PaperText | null> {
  const [record] = await recordsOf([id]);
  if (!record) return null;
  const [{ details, note }, follows, why] = await Promise.all([
    openPaper(record.id),
    followOffers(record),
    whyOf(record.id),
  ]);
  const { title, organization, codeUrl, tags } = record;
  const [words, abstract, aiSummary] = [title, details?.abstract, details?.aiSummary].map(
    (one) => one && texWords(one),
  );
  return {
    ...defined({ title: words, organization, codeUrl, abstract, aiSummary, why: why || undefined }),
    tags,
    follows,
    note: { text: note?.text ?? '', base: note?.updatedAt ?? 0 },
  };
}
