import { opened } from '../../papers/own';
import type { PaperId } from '../../papers/paper';
import { write } from '../records/writer';

/**
 * Notes that a paper was opened from Offprint. No action, and nothing to undo.
 * @param now ms since the epoch.
 * @param startsReading Whether an unread paper becomes one that is being read.
 * @throws StoreError
 */
export function markOpened(
  id: PaperId,
  now: number,
  { startsReading }: { readonly startsReading: boolean },
): Promise<void> {
  return write(async (writer) => {
    const record = await writer.find(id);
    if (record) writer.put(record, opened(record, { now, device: writer.device }, startsReading));
  });
}
