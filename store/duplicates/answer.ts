import type { PaperId } from '../../papers/paper';
import { isSaved } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import type { Outcome } from '../actions/change';
import { Recording } from '../actions/recording';
import { join } from '../records/join';
import { refuse } from '../records/kept-apart';
import { type Writer, write } from '../records/writer';

/**
 * Makes two papers one, since the reader says that they are: an action that can be undone, with every word that either had. What
 * is one already, or is not here any more, is left alone.
 * @param now ms since the epoch.
 * @throws StoreError
 */
export function confirmSame(one: PaperId, other: PaperId, now: number): Promise<Outcome> {
  return answered(one, other, now, async (writer, recording, [first, second]) => {
    const { before } = await join(writer, first, second, now);
    const joined = [{ ...before, isAsked: true as const }];
    const part = { before: [], joined, isLast: true };
    recording.add(writer, part, undefined, { kind: 'joined', detail: titleOf(first) });
  });
}

/**
 * Remembers of two papers that they are two, whatever their titles say: an action that can be undone.
 * @param now ms since the epoch.
 * @throws StoreError
 */
export function refuseSame(one: PaperId, other: PaperId, now: number): Promise<Outcome> {
  return answered(one, other, now, async (writer, recording, [first, second]) => {
    const refused = [refuse(writer, first, second, { now, device: writer.device })];
    const part = { before: [], refused, isLast: true };
    recording.add(writer, part, undefined, { kind: 'parted', detail: titleOf(first) });
  });
}

type Pair = readonly [PaperRecord, PaperRecord];

async function answered(
  one: PaperId,
  other: PaperId,
  now: number,
  work: (writer: Writer, recording: Recording, pair: Pair) => Promise<void>,
): Promise<Outcome> {
  const recording = new Recording(1, now);
  await write(async (writer) => {
    const [mine, theirs] = await Promise.all([writer.find(one), writer.find(other)]);
    if (mine && theirs && mine.id !== theirs.id)
      await work(writer, recording, inOrder(mine, theirs));
  });
  recording.keep();
  const action = await recording.id();
  const changed = action === undefined ? 0 : 1;
  return { ...(action === undefined ? {} : { action }), changed, isWhole: true };
}

/** The one that is kept first: that of the reader's list, and of two there the one that was saved earlier. */
function inOrder(one: PaperRecord, other: PaperRecord): Pair {
  const [mine, theirs] = [one, other].map(({ state, savedAt = 0 }) =>
    isSaved(state) ? savedAt : Number.POSITIVE_INFINITY,
  ) as [number, number];
  return theirs < mine ? [other, one] : [one, other];
}

function titleOf({ title, id }: PaperRecord): string {
  return title ?? id;
}
