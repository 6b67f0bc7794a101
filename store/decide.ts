import type { Change, Decision } from '../papers/change';
import type { Paper, PaperId } from '../papers/paper';
import { stateOnPage } from '../papers/record';
import { changeIn, changeMany, type Outcome, type Watch } from './actions/change';
import { Recording } from './actions/recording';
import type { Occasion } from './decisions/log';
import { judge } from './rule-verdicts';
import { asChosen, type PageSighting, type PageStates, sightPaper } from './sight';
import { type Writer, write } from './writer';

export type { Decision } from '../papers/change';

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
 * Decides on one paper of a page. The paper comes along whole, so that a decision stands even if
 * the sighting was lost with a killed worker.
 * @throws StoreError
 */
export async function decideOnPage(
  paper: Paper,
  to: Decision,
  sighting: Pick<PageSighting, 'day' | 'shows' | 'visitAt'>,
  now: number,
  occasion: Occasion = {},
): Promise<Decided> {
  const page = await asChosen(sighting);
  const recording = new Recording(1, now, occasion);
  const states = await write(async (writer) => {
    const { record } = await sightPaper(writer, paper, page);
    await judge(writer, record.id);
    await changeOne(writer, record.id, { kind: 'state', to }, recording);
    return { [paper.id]: stateOnPage(await writer.find(record.id)) };
  });
  recording.keep();
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
 * Sets the tags of a paper, cleaned by `cleanTags`.
 * @throws StoreError
 */
export function setTags(
  id: PaperId,
  tags: readonly string[],
  now: number,
  watch: Watch = {},
): Promise<Outcome> {
  return changeMany([id], { kind: 'tags', to: tags }, now, watch);
}

/**
 * Gives a paper one more tag. A paper that is not in the list is saved with it, in the same action.
 * @throws StoreError
 */
export function addTag(id: PaperId, tag: string, now: number, watch: Watch = {}): Promise<Outcome> {
  return changeMany([id], { kind: 'tag', add: [tag], remove: [], saves: true }, now, watch);
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
