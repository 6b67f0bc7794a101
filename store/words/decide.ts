import type { PageStates } from '../../lib/messages';
import type { Change, Decision } from '../../papers/change';
import type { Paper, PaperId } from '../../papers/paper';
import { stateOnPage } from '../../papers/record';
import { changeIn, changeMany, type Outcome, type Watch } from '../actions/change';
import { Recording } from '../actions/recording';
import { doneAt, type Request } from '../actions/requests';
import type { Occasion } from '../decisions/log';
import type { JoinBefore } from '../records/join';
import { asChosen, noteJoins, type PageSighting, sightPaper, tellJoins } from '../records/sight';
import { type Writer, write } from '../records/writer';
import { judge } from '../rules/verdicts';

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
 * Decides on one paper of a page. The paper comes along whole, so that a decision stands even if
 * the sighting was lost with a killed worker.
 * @param now ms since the epoch.
 * @param about The message that asked for it, of which a repeat or one that comes too late changes nothing;
 *   and how it came about.
 * @throws StoreError
 */
export async function decideOnPage(
  paper: Paper,
  to: Decision,
  sighting: Pick<PageSighting, 'day' | 'shows' | 'visitAt'>,
  now: number,
  about: { readonly asked?: Omit<Request, 'now'>; readonly occasion?: Occasion } = {},
): Promise<Decided> {
  const page = await asChosen(sighting);
  const request = about.asked && { ...about.asked, now };
  const at = request ? doneAt(request) : now;
  const recording = new Recording(1, at, request, about.occasion);
  const joins: JoinBefore[] = [];
  const states = await write(async (writer) => {
    const { record, joined } = await sightPaper(writer, paper, page);
    noteJoins(writer, joined, page.visitAt);
    joins.push(...joined);
    await judge(writer, record.id);
    if (!(await recording.isRepeat(writer)))
      await changeOne(writer, record.id, { kind: 'state', to }, recording);
    return { [paper.id]: stateOnPage(await writer.find(record.id)) };
  });
  recording.keep();
  await tellJoins(joins, page.visitAt);
  const action = await recording.id();
  return { states, ...(action === undefined ? {} : { action }) };
}

/** What became of a decision on a page. */
interface Decided {
  /** The state the page shows then. */
  readonly states: PageStates;
  /** For `undoAction`; absent when nothing changed. */
  readonly action?: number;
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
