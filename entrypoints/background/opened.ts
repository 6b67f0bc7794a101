import { readOptions } from '../../lib/options';
import type { PaperId } from '../../papers/paper';
import { decide } from '../../store/decide';
import { recordsOf } from '../../store/queries';

/** Told of every paper that the background opens for the reader. */
export type Opened = (id: PaperId) => Promise<void>;

/**
 * Makes an unread paper one that is being read, where the reader chose that.
 * @throws StoreError
 */
export async function startReading(id: PaperId): Promise<void> {
  if (!(await readOptions()).startsReading) return;
  const [record] = await recordsOf([id]);
  if (record?.state === 'unread') await decide([record.id], 'reading', Date.now());
}
