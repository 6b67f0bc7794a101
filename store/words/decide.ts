import type { PageStates, Remarks } from '../../lib/messages';
import type { Change, Decision } from '../../papers/change';
import { localDay } from '../../papers/local-day';
import { isSaved, type Paper, type PaperId, type PaperState } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import { stateOnPage } from '../../papers/state-on-page';
import { changeIn, changeMany, type Outcome } from '../actions/change';
import type { Watch } from '../actions/in-slices';
import { Recording } from '../actions/recording';
import { doneAt, type Request } from '../actions/requests';
import type { Action } from '../database/schema';
import type { Occasion } from '../decisions/log';
import type { JoinBefore } from '../records/join';
import { type NameOf, namesOf, remarksOn } from '../records/remarks';
import {
  asChosen,
  noteJoins,
  type PageSighting,
  sightPaper,
  tellJoins,
} from '../records/sightings';
import { type Writer, write } from '../records/writer';
import { judge, rulesIn } from '../rules/verdicts';

export type { Decision } from '../../papers/change';

/**
 * Sets the state of some papers; see `changeMany`.
 * @param now ms since the epoch.
 * @throws StoreError
 */
export function decide(
  ids: readonly PaperId[],
  to: Decision,
  now: number,
  watch: Watch = {},
): Promise<Outcome> {
  return changeMany(ids, { kind: 'state', to }, now, watch);
}

/**
 * The same for a message, which may be a repeat: what was done already is not done again, and papers
 * that were decided on since are left alone.
 * @throws StoreError
 */
export function decideAsked(
  ids: readonly PaperId[],
  to: Decision,
  request: Request,
  watch: Watch = {},
): Promise<Outcome> {
  return changeMany(ids, { kind: 'state', to }, doneAt(request), watch, { request });
}

/**
 * Has missed papers count as new, those of a day that is not kept among them; others are left alone. For a message, as
 * `decideAsked`.
 * @throws StoreError
 */
export function countAsked(
  ids: readonly PaperId[],
  request: Request,
  watch: Watch = {},
): Promise<Outcome> {
  return changeMany(ids, { kind: 'count' }, doneAt(request), watch, { request });
}

/**
 * Decides on one paper of a page. The paper comes along whole, so that a decision stands even if
 * the sighting was lost with a killed worker.
 * @param now ms since the epoch.
 * @param about The message that asked for it, of which a repeat or one that comes too late changes nothing;
 *   and how it came about.
 * @param nameOf For whoever shows the remarks on the paper: see `remarksOn`.
 * @throws StoreError
 */
export async function decideOnPage(
  paper: Paper,
  to: Decision,
  sighting: Pick<PageSighting, 'day' | 'shows' | 'visitAt' | 'isOffList'>,
  now: number,
  about: { readonly asked?: Omit<Request, 'now'>; readonly occasion?: Occasion } = {},
  nameOf?: NameOf,
): Promise<Decided> {
  const page = await asChosen(sighting);
  const request = about.asked && { ...about.asked, now };
  const at = request ? doneAt(request) : now;
  const recording = new Recording(1, at, request, about.occasion);
  const joins: JoinBefore[] = [];
  const shown = await write(async (writer) => {
    // All that is needed of a paper known by this id, at once.
    const [isRepeat] = await Promise.all([
      recording.isRepeat(writer),
      rulesIn(writer),
      writer.loadNotes([paper.id]),
      writer.prefetch([paper.id]),
      prefetchSums(writer, to, at, request?.shown),
    ]);
    const { record, joined } = await sightPaper(writer, paper, page);
    noteJoins(writer, joined, page.visitAt);
    joins.push(...joined);
    await judge(writer, record.id);
    if (!isRepeat) await changeOne(writer, record.id, { kind: 'state', to }, recording);
    const after = await writer.find(record.id);
    const remarks = nameOf && (await remarksIn(writer, after, nameOf, page.day));
    return { states: { [paper.id]: stateOnPage(after) }, remarks };
  });
  recording.keep();
  await tellJoins(joins, page.visitAt);
  const [action, done] = await Promise.all([recording.id(), nameOf && recording.whole()]);
  const { states, remarks } = shown;
  return {
    states,
    ...(remarks ? { remarks: { [paper.id]: remarks } } : {}),
    ...(action === undefined ? {} : { action }),
    ...(done ? { done } : {}),
  };
}

/** Reads what will most likely be counted otherwise; see `Writer.prefetchSums`. */
function prefetchSums(
  writer: Writer,
  to: Decision,
  at: number,
  shown: PaperState | undefined,
): Promise<void> {
  if (to === 'undecided') return writer.prefetchSums(shown ? [shown] : []);
  const state = to === 'saved' ? 'unread' : to === 'less' ? 'dismissed' : to;
  const month = isSaved(state) ? localDay(at).slice(0, 7) : undefined;
  return writer.prefetchSums(shown && shown !== state ? [shown, state] : [state], month);
}

/** Rules are read only where one has marked the paper. */
async function remarksIn(
  writer: Writer,
  record: PaperRecord | undefined,
  nameOf: NameOf,
  day: string | undefined,
): Promise<Remarks | undefined> {
  const isMarked = record?.matches?.length || record?.mutedBy !== undefined;
  const rules = isMarked ? (await rulesIn(writer)).rules : [];
  return remarksOn(record, namesOf(rules, nameOf), day);
}

/** What became of a decision on a page. */
interface Decided {
  /** The state the page shows then. */
  readonly states: PageStates;
  /** What is to be said of it there; only where it was asked for, and where there is something. */
  readonly remarks?: Readonly<Record<PaperId, Remarks>>;
  /** For `undoAction`; absent when nothing changed. */
  readonly action?: number;
  /** The same whole, where remarks were asked for. */
  readonly done?: Action;
}

/**
 * Gives a paper one more tag. A paper that is not in the list is saved with it, in the same action.
 * @param request The message that asked for it, as with `decideAsked`.
 * @throws StoreError
 */
export function addTag(
  id: PaperId,
  tag: string,
  now: number,
  watch: Watch = {},
  request?: Request,
): Promise<Outcome> {
  const change = { kind: 'tag', add: [tag], remove: [], saves: true } as const;
  return changeMany([id], change, now, watch, request ? { request } : {});
}

/**
 * Takes a tag off a paper.
 * @param request The message that asked for it, as with `decideAsked`.
 * @throws StoreError
 */
export function dropTag(
  id: PaperId,
  tag: string,
  now: number,
  watch: Watch = {},
  request?: Request,
): Promise<Outcome> {
  const change = { kind: 'tag', add: [], remove: [tag] } as const;
  return changeMany([id], change, now, watch, request ? { request } : {});
}

/**
 * Stars papers, or takes the stars away.
 * @throws StoreError
 */
export function star(ids: readonly PaperId[], on: boolean, now: number): Promise<Outcome> {
  return changeMany(ids, { kind: 'star', on }, now);
}

/** One paper's change within a running transaction, as an action. */
async function changeOne(
  writer: Writer,
  id: PaperId,
  change: Change,
  recording: Recording,
): Promise<void> {
  const { before, description } = await changeIn(writer, [id], change, recording);
  recording.add(writer, { before, isLast: true }, undefined, description);
}
