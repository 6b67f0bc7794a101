import { type Change, changed } from '../../papers/change';
import { savedDayOf } from '../../papers/noted-days';
import { type Before, beforeOf, isUndecidedAgain } from '../../papers/own';
import { isSaved, type PaperId } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import type { Noted } from '../decisions/log';
import type { Writer } from '../records/writer';
import { judgeAll } from '../rules/verdicts';
import type { LookChange } from '../words/tag-looks';
import { type Description, describe } from './describe';
import { actInSlices, type Ended, type Slice, type Watch } from './in-slices';
import { Recording } from './recording';
import { isOvertaken, type Request } from './requests';

/** Up to how many papers what goes with their change is read one by one. */
const few = 4;

/** What became of a change. */
export interface Outcome extends Ended {
  /** How many papers it changed. */
  readonly changed: number;
}

/** A change with a name of its own, one that gives tags another look, or one that a message asked for. */
interface Special {
  readonly request?: Request;
  readonly description?: Description;
  /** Gives tags their looks in the transaction that changes the first papers; says what it did. */
  readonly looks?: (writer: Writer) => Promise<readonly LookChange[]>;
}

/**
 * Changes some papers as one action that can be undone: a few in one transaction, many in slices,
 * each kept when it is complete. Ids that are not stored are passed over.
 * @param now ms since the epoch.
 * @throws StoreError What the slices before it did is kept, and can be undone.
 */
export async function changeMany(
  ids: readonly PaperId[],
  change: Change,
  now: number,
  watch: Watch = {},
  special: Special = {},
): Promise<Outcome> {
  const { view } = watch;
  const recording = new Recording(ids.length, now, special.request, view ? { view } : {});
  let count = 0;
  const ended = await actInSlices(
    {
      items: ids,
      recording,
      run: (writer, slice) => changeSlice(writer, slice, change, recording, special),
      onDone: (done) => {
        count += done;
      },
    },
    watch,
  );
  return { ...ended, changed: count };
}

/** @returns How many papers it changed; `undefined` when the action was ended by somebody else. */
async function changeSlice(
  writer: Writer,
  { items: ids, isLast }: Slice<PaperId>,
  change: Change,
  recording: Recording,
  special: Special,
): Promise<number | undefined> {
  const finding = writer.findAll(ids);
  const [action, isRepeat, place] = await Promise.all([
    recording.action(writer),
    recording.isRepeat(writer),
    placeFor(writer, change),
    finding,
    foresee(writer, ids, finding, change),
  ]);
  if (isRepeat) return 0;
  if (action && action.stage !== 'running') return undefined;
  const { before, description } = await changeIn(writer, ids, change, recording, place);
  const isFirst = action === undefined && before.length > 0;
  const looks = isFirst ? await special.looks?.(writer) : undefined;
  const part = { before, isLast, ...(looks ? { looks } : {}) };
  recording.add(writer, part, action, special.description ?? description);
  return before.length;
}

/** In which counter papers with a star, and those to read next, are counted. */
const counterOf = { star: 'starred', queue: 'queued' } as const;

/**
 * Reads with a few papers what a change of their tags, stars or places will most likely need, so that nothing is waited
 * for after them. What is not foreseen here is read when it is needed.
 * @param finding The papers as they are read, before which the months of their tags are not known.
 */
async function foresee(
  writer: Writer,
  ids: readonly PaperId[],
  finding: Promise<readonly (PaperRecord | undefined)[]>,
  change: Change,
): Promise<void> {
  const { kind } = change;
  if (ids.length > few || (kind !== 'tag' && kind !== 'star' && kind !== 'queue')) return;
  const tags = kind === 'tag' ? [...change.add, ...change.remove] : [];
  const monthOf = async () => {
    const [first] = await finding;
    if (first && isSaved(first.state) && tags.length > 0)
      await writer.prefetchSums([], savedDayOf(first).slice(0, 7));
  };
  await Promise.all([
    monthOf(),
    writer.prefetchSums(kind === 'tag' ? [] : [counterOf[kind]]),
    writer.prefetchHeads(ids, tags),
  ]);
}

/** The papers that a change touched within a transaction. */
interface Touched {
  readonly before: readonly Before[];
  /** Of the first one; of no use when there is none. */
  readonly description: Description;
}

/**
 * Changes papers within a running transaction.
 * @param about How many papers the whole action is meant for, when it began, who asked for it, and where.
 * @param firstPlace See `placeFor`, where that was asked already.
 */
export async function changeIn(
  writer: Writer,
  ids: readonly PaperId[],
  change: Change,
  about: Pick<Recording, 'total' | 'at' | 'request' | 'occasion'>,
  firstPlace?: number,
): Promise<Touched> {
  const before: Before[] = [];
  let description: Description = { kind: 'status' };
  const undecided: PaperId[] = [];
  let place = firstPlace ?? (await placeFor(writer, change));
  for (const id of ids) {
    const record = await writer.find(id);
    const after =
      record && changed(record, change, { now: about.at, device: writer.device }, place);
    if (!record || !after) continue;
    if (about.request && isOvertaken(record, change, about.request)) continue;
    if (!before.length) description = describe(change, record, after, about.total === 1);
    if (after.queueAt === place) place += 1;
    before.push(beforeOf(record, after));
    writer.put(record, after);
    if (isDecision(change)) writer.decisions.note(decisionOf(change, record, after, about));
    if (isUndecidedAgain(record, after)) undecided.push(after.id);
  }
  await judgeAll(writer, undecided);
  return { before, description };
}

/** A tag that got another name is no decision on its papers, nor is what counts. */
function isDecision({ kind }: Change): boolean {
  return kind !== 'retag' && kind !== 'count';
}

function decisionOf(
  change: Change,
  before: PaperRecord,
  after: PaperRecord,
  { total, at, occasion }: Parameters<typeof changeIn>[3],
): Noted {
  const { kind } = describe(change, before, after, false);
  const { id, upvotes, sites } = before;
  const source = occasion.source ?? sites?.[0];
  return {
    ...{ id, upvotes, at, ...occasion },
    what: kind === 'status' ? after.state : kind,
    by: total === 1 ? 'reader' : 'bulk',
    ...(source === undefined ? {} : { source }),
  };
}

/** The number behind the last of those to read next, where a change needs it; else 0. */
async function placeFor(writer: Writer, change: Change): Promise<number> {
  if (change.kind !== 'queue' || !change.on) return 0;
  const queue = writer.papers().index('queue');
  const last = await queue.openKeyCursor(null, 'prev');
  return Math.floor(last?.key ?? 0) + 1;
}
