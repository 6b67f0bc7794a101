import { placed } from '../../papers/own';
import type { PaperId } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import { type Writer, write } from '../records/writer';

/** Two places nearer than this are moved apart, long before numbers run out between them. */
const nearest = 1e-6;

/**
 * Moves a paper that is to be read next to before another one.
 * @param beforeId Absent, or no longer among them, to move it to the end.
 * @param now ms since the epoch.
 * @returns False when it is not among them.
 * @throws StoreError
 */
export function moveInQueue(
  id: PaperId,
  beforeId: PaperId | undefined,
  now: number,
): Promise<boolean> {
  return write(async (writer) => {
    const index = writer.papers().index('queue');
    const all = await index.getAll();
    const moved = all.find((paper) => paper.id === id);
    if (!moved || beforeId === id) return moved !== undefined;
    const others = all.filter((paper) => paper !== moved);
    const found = others.findIndex((paper) => paper.id === beforeId);
    const at = found === -1 ? others.length : found;
    place(writer, others, at, moved, now);
    return true;
  });
}

function place(
  writer: Writer,
  others: readonly PaperRecord[],
  at: number,
  moved: PaperRecord,
  now: number,
): void {
  const before = others[at - 1]?.queueAt ?? 0;
  const after = others[at]?.queueAt ?? Math.floor(before) + 2;
  const middle = (before + after) / 2;
  const clock = { now, device: writer.device };
  if (Math.min(middle - before, after - middle) > nearest)
    writer.put(moved, placed(moved, middle, clock));
  else
    others.toSpliced(at, 0, moved).forEach((paper, index) => {
      writer.put(paper, placed(paper, index + 1, clock));
    });
}
