import { readOptions } from '../../lib/options';
import type { PaperId } from '../../papers/paper';
import { markOpened } from '../../store/words/opened';

/** Told of every paper that the background opens for the reader. */
export type Opened = (id: PaperId) => Promise<void>;

/**
 * Notes that a paper was opened; an unread one becomes one that is being read, where the reader
 * chose that.
 * @throws StoreError
 */
export async function noteOpened(id: PaperId): Promise<void> {
  const { startsReading } = await readOptions();
  await markOpened(id, Date.now(), { startsReading });
}
