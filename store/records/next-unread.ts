import type { IDBPObjectStore } from 'idb';
import type { PaperId } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import { byIdOrAlias } from '../database/by-id';
import type { OffprintSchema } from '../database/schema';
import { withDatabase } from '../database/with-database';

type Papers = IDBPObjectStore<OffprintSchema, readonly ['papers'], 'papers', 'readonly'>;

/**
 * The unread paper to open next: of those queued the first, else the newest. Asked again while one
 * of them is shown, it goes on to the one after, and from the last to the first.
 * @param shown The paper on the screen, by any of its ids.
 * @returns `undefined` when no paper but the one shown is unread.
 * @throws StoreError
 */
export async function nextUnread(shown?: PaperId): Promise<PaperRecord | undefined> {
  return withDatabase(async (database) => {
    const papers = database.transaction('papers').store;
    const here = shown === undefined ? undefined : await byIdOrAlias(papers, shown);
    const from = here?.state === 'unread' ? here : undefined;
    const found =
      from && from.queueAt === undefined
        ? [() => newest(papers, from), () => queued(papers), () => newest(papers)]
        : [() => queued(papers, from), () => newest(papers), () => queued(papers)];
    for (const look of found) {
      const paper = await look();
      if (paper && paper.id !== here?.id) return paper;
    }
    return undefined;
  });
}

async function queued(papers: Papers, after?: PaperRecord): Promise<PaperRecord | undefined> {
  const { queueAt } = after ?? {};
  const range = queueAt === undefined ? null : IDBKeyRange.lowerBound(queueAt);
  let cursor = await papers.index('queue').openCursor(range);
  while (cursor) {
    const { value: paper } = cursor;
    const isBefore = after && paper.queueAt === queueAt && paper.id <= after.id;
    if (paper.state === 'unread' && !isBefore) return paper;
    cursor = await cursor.continue();
  }
  return undefined;
}

/** Those without a place in the queue, newest first. */
async function newest(papers: Papers, after?: PaperRecord): Promise<PaperRecord | undefined> {
  const range = IDBKeyRange.bound(['unread'], ['unread', after?.sortAt ?? []]);
  let cursor = await papers.index('state').openCursor(range, 'prev');
  while (cursor) {
    const { value: paper } = cursor;
    const isBefore = after && paper.sortAt === after.sortAt && paper.id >= after.id;
    if (paper.queueAt === undefined && !isBefore) return paper;
    cursor = await cursor.continue();
  }
  return undefined;
}
