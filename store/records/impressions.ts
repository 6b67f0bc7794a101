import type { PaperId } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import { seenIn } from '../../papers/seen';
import { unawaited } from '../database/requests';
import { type Impression, impressionStore } from '../database/schema';
import { withDatabase } from '../database/with-database';
import { type Writer, write } from './writer';

/**
 * Notes that papers were on screen in a visit. They stay new until the visit is over, so that a page,
 * the badge and every other view agree on what is new while the reader looks at it.
 * @throws StoreError
 */
export function noteImpressions(ids: readonly PaperId[], visitAt: number): Promise<void> {
  // No paper changes, so that nobody waits for these who reads or writes one.
  return withDatabase(async (database) => {
    const transaction = database.transaction(impressionStore, 'readwrite');
    for (const id of ids) unawaited(transaction.store.put({ id, visitAt }));
    await transaction.done;
  });
}

/**
 * Makes seen what was on screen in a visit that is over.
 * @throws StoreError
 */
export function endVisit(visitAt: number): Promise<void> {
  return end(IDBKeyRange.only(visitAt));
}

/**
 * Makes seen what was on screen in every visit that began before an instant: those whose end nobody
 * told of, since the browser was closed or the page stays open for days.
 * @param before ms since the epoch.
 * @throws StoreError
 */
export function endVisitsBefore(before: number): Promise<void> {
  return end(IDBKeyRange.upperBound(before, true));
}

/** Another visit that meets a paper ends those in which it was on screen, as far as that paper goes. */
export async function endEarlierImpressions(
  writer: Writer,
  { visitAt, papers }: { readonly visitAt: number; readonly papers: readonly { id: PaperId }[] },
): Promise<void> {
  // All of them: those of open visits are few, and one request tells of every paper of the page.
  const impressions = await writer.transaction.objectStore(impressionStore).getAll();
  const met = new Set(papers.map(({ id }) => id));
  await endAll(
    writer,
    impressions.filter((impression) => met.has(impression.id) && impression.visitAt !== visitAt),
  );
}

function end(visits: IDBKeyRange): Promise<void> {
  return write(async (writer) => {
    const impressions = writer.transaction.objectStore(impressionStore);
    await endAll(writer, await impressions.index('visit').getAll(visits));
  });
}

async function endAll(writer: Writer, impressions: readonly Impression[]): Promise<void> {
  const store = writer.transaction.objectStore(impressionStore);
  await writer.findAll(impressions.map(({ id }) => id));
  for (const { id, visitAt } of impressions) {
    const record = await writer.find(id);
    if (record && record.seenAt === undefined) see(writer, record, visitAt);
    unawaited(store.delete([id, visitAt]));
  }
}

/** Nothing was said of a paper that was on screen, which says a little: see `passed` in papers/ranking/lessons.ts. */
function see(writer: Writer, record: PaperRecord, visitAt: number): void {
  const seen = seenIn(record, visitAt);
  writer.put(record, seen);
  if (record.state !== 'new' || seen.state !== 'seen') return;
  const { id, upvotes } = record;
  const source = record.sites?.[0];
  writer.decisions.note({
    ...{ id, upvotes, at: visitAt, what: 'passed', by: 'reader' },
    ...(source && { source }),
  });
}
