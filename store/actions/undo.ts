import { pause } from '../../lib/slices';
import { isUndecidedAgain, putBack } from '../../papers/own';
import type { PaperId } from '../../papers/paper';
import type { Clock } from '../../papers/words/clock';
import { removeRest } from '../backup/restore/rest';
import { undoRestored } from '../backup/restore/undo';
import { breathOf } from '../database/breath';
import { unawaited } from '../database/requests';
import type { Action, Step } from '../database/schema';
import { markUndone } from '../decisions/log';
import { undoJoin } from '../records/join';
import { undoRefusal } from '../records/kept-apart';
import { type Writer, write } from '../records/writer';
import { judgeAll } from '../rules/verdicts';
import { undoLooks } from '../words/tag-looks';
import type { Watch } from './in-slices';
import { isByRule } from './kinds';
import { listActions } from './list';
import { holdAction, liveActions } from './live';
import { sizeOf, stopAction } from './recording';

/** What an undo did. */
export interface UndoResult {
  /** How many papers it put back. */
  readonly count: number;
  /** How many it left as they are, or left a part of, since the reader has said otherwise meanwhile. */
  readonly left: number;
  /** What all those that it put back are now, where they wait for a decision again. */
  readonly back?: 'new' | 'undecided';
}

/**
 * Takes an action back, the last part first, each part in one transaction: of every paper the words
 * that the action gave it, as far as they are still what it gave. Papers that are gone are passed over.
 * One that is still running stops. Called again it goes on where it was cut off; when all is undone it
 * does nothing.
 * @param now ms since the epoch.
 * @throws StoreError What was put back before it stays so; the rest can be undone later.
 */
export async function undoAction(
  id: number,
  now: number,
  { signal, onProgress }: Watch = {},
): Promise<UndoResult> {
  const release = holdAction(id);
  let count = 0;
  let left = 0;
  const again = { new: 0, undecided: 0 };
  try {
    for (let goesOn = true; goesOn; ) {
      if (signal?.aborted) {
        await stopAction(id);
        break;
      }
      const part = await write((writer) => undoPart(writer, id, now));
      count += part.count;
      left += part.saidSince;
      again.new += part.again.new;
      again.undecided += part.again.undecided;
      goesOn = part.left > 0;
      onProgress?.(count, count + part.left);
      if (goesOn) await pause();
    }
  } catch (cause) {
    await stopAction(id).catch(() => {});
    throw cause;
  } finally {
    release();
  }
  const isBack = count > 0 && again.undecided === count;
  const back = again.new === count ? 'new' : 'undecided';
  return { count, left, ...(isBack ? { back } : {}) };
}

/**
 * What undoing the last thing may mean, newest first: what the reader did and is not being done just
 * now. What a rule did stays; it is undone by its number.
 * @throws StoreError
 */
export async function undoable(): Promise<Action[]> {
  const [actions, live] = await Promise.all([listActions(), liveActions()]);
  return actions.filter(({ id, kind }) => !live.has(id) && !isByRule(kind));
}

/**
 * Takes back what the reader did last; see `undoable`.
 * @returns The action, and what undoing it did; `undefined` when there is none to undo.
 * @throws StoreError
 */
export async function undoLast(
  now: number,
  watch: Watch = {},
): Promise<(UndoResult & { readonly action: Action }) | undefined> {
  const [last] = await undoable();
  return last && { ...(await undoAction(last.id, now, watch)), action: last };
}

interface Undone {
  readonly count: number;
  /** How many papers were left alone. */
  readonly saidSince: number;
  /** How many of those put back wait for a decision again, and how many of these are new. */
  readonly again: { readonly new: number; readonly undecided: number };
  /** How many papers are still to be put back; at least one while there is a part to undo. */
  readonly left: number;
}

const nothing = { count: 0, saidSince: 0, again: { new: 0, undecided: 0 } } as const;

async function undoPart(writer: Writer, id: number, now: number): Promise<Undone> {
  const actions = writer.transaction.objectStore('actions');
  const steps = writer.transaction.objectStore('steps');
  const range = IDBKeyRange.bound([id], [id, []]);
  const [action, parts, last] = await Promise.all([
    actions.get(id),
    steps.count(range),
    steps.openCursor(range, 'prev'),
  ]);
  if (!action || action.stage === 'undone') return { ...nothing, left: 0 };
  const { before, ...rest } = action;
  const step = before ? { action: id, part: 0, before } : last?.value;
  const { count, saidSince, again } = step ? await undoStep(writer, step, action.at, now) : nothing;
  if (last) unawaited(steps.delete(last.primaryKey));
  const isWhole = parts <= 1;
  const done = isWhole ? 0 : action.done - (step ? sizeOf(step) : 0);
  unawaited(actions.put({ ...rest, done, stage: isWhole ? 'undone' : 'undoing' }));
  return { count, saidSince, again, left: isWhole ? 0 : Math.max(1, done) };
}

async function undoStep(
  writer: Writer,
  step: Step,
  at: number,
  now: number,
): Promise<Omit<Undone, 'left'>> {
  const { before, looks = [], joined = [], refused = [] } = step;
  const clock = { now, device: writer.device };
  let { count, saidSince } = await undoImport(writer, step, clock);
  for (const join of joined.toReversed())
    if (await undoJoin(writer, join, clock)) count += 1;
    else saidSince += 1;
  for (const refusal of refused)
    if (await undoRefusal(writer, refusal, clock)) count += 1;
    else saidSince += 1;
  await writer.findAll(before.map(({ id }) => id));
  const undecided: PaperId[] = [];
  const back: PaperId[] = [];
  let fresh = 0;
  for (const words of before.toReversed()) {
    const record = await writer.find(words.id);
    if (!record) continue;
    const { record: after, isSaidSince } = putBack(record, words, clock);
    if (isSaidSince) saidSince += 1;
    if (!after) continue;
    writer.put(record, after);
    if (isUndecidedAgain(record, after)) undecided.push(after.id);
    if (after.state === 'new') fresh += 1;
    back.push(after.id);
    count += 1;
  }
  writer.until(markUndone(writer.transaction, at, back));
  await judgeAll(writer, undecided);
  await undoLooks(writer, looks, clock);
  return { count, saidSince, again: { new: fresh, undecided: undecided.length } };
}

/** Takes back what a backup brought. */
async function undoImport(
  writer: Writer,
  { restored = [], added }: Step,
  clock: Clock,
): Promise<Pick<Undone, 'count' | 'saidSince'>> {
  if (added) await removeRest(writer, added, clock);
  const back: PaperId[] = [];
  let saidSince = 0;
  const breath = restored.length ? breathOf(writer) : undefined;
  await writer.prefetch(restored.flatMap(({ id, past }) => (past ? [] : id)));
  for (const one of restored.toReversed()) {
    const isBack = await undoRestored(writer, one, clock);
    writer.flush();
    await breath?.due();
    // What is left of a shrunken paper is none to be counted or judged.
    if (one.past) continue;
    if (isBack) back.push(one.id);
    else if (isBack === false) saidSince += 1;
  }
  await judgeAll(writer, back);
  return { count: back.length, saidSince };
}
