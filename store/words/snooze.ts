import { pause } from '../../lib/slices';
import { woken } from '../../papers/own';
import { sliceSize } from '../actions/in-slices';
import { withDatabase } from '../database/with-database';
import { write } from '../records/writer';

/**
 * Makes those papers unread again whose time has come.
 * @param now ms since the epoch.
 * @returns How many.
 * @throws StoreError
 */
export async function wakeSnoozed(now: number): Promise<number> {
  let count = 0;
  for (let goesOn = true; goesOn; ) {
    const awake = await write(async (writer) => {
      const snoozed = writer.papers().index('snooze');
      const papers = await snoozed.getAll(IDBKeyRange.upperBound(now), sliceSize);
      for (const paper of papers) writer.put(paper, woken(paper, { now, device: writer.device }));
      return papers.length;
    });
    count += awake;
    goesOn = awake === sliceSize;
    if (goesOn) await pause();
  }
  return count;
}

/**
 * When the next paper wakes up.
 * @returns ms since the epoch; `undefined` when none is snoozed.
 * @throws StoreError
 */
export async function nextWake(): Promise<number | undefined> {
  return withDatabase(async (database) => {
    const papers = database.transaction('papers').store;
    return (await papers.index('snooze').openKeyCursor())?.key;
  });
}
