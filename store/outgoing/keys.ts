import { outgoingPaper, type StoredPaper, wholePaper } from '../../exports/along';
import { keysFor } from '../../exports/citation-keys';
import { citationKeyBag, keyBag } from '../../papers/facts/extra';
import type { PaperId } from '../../papers/paper';
import { type Writer, write } from '../records/writer';

/**
 * Gives papers the keys that they have in bibliographies from then on, in one transaction. One that has a key keeps it;
 * a new one is no other paper's.
 * @param ids Canonical ids; those not stored are left out.
 * @param pattern See exports/citation-keys.ts.
 * @param now ms since the epoch.
 * @returns The key of each paper.
 * @throws StoreError
 */
export function giveKeys(
  ids: readonly PaperId[],
  pattern: string,
  now: number,
): Promise<ReadonlyMap<PaperId, string>> {
  return write(async (writer) => {
    const papers = writer.transaction.objectStore('papers');
    // Not by `find`: a paper that has shrunk stays so.
    const records = await Promise.all(ids.map((id) => papers.get(id)));
    const details = await writer.loadDetails(ids);
    const given = new Map<PaperId, string>();
    for (const record of records) {
      if (!record) continue;
      const key = await giveKey(writer, { record, details: details.get(record.id) }, pattern, now);
      given.set(record.id, key);
    }
    return given;
  });
}

async function giveKey(
  writer: Writer,
  stored: StoredPaper,
  pattern: string,
  now: number,
): Promise<string> {
  const { id } = stored.record;
  const details = stored.details ?? { id };
  const paper = outgoingPaper({ ...stored, details }, wholePaper);
  const has = details.extra && Object.hasOwn(details.extra, citationKeyBag);
  if (has && paper.citationKey) return paper.citationKey;
  const index = writer.transaction.objectStore('details').index('citationKey');
  for (const key of keysFor(paper, pattern)) {
    if ((await index.getKey(key.toLowerCase())) !== undefined) continue;
    const extra = { ...details.extra, [citationKeyBag]: keyBag(key, now) };
    writer.putExtra({ ...details, extra });
    return key;
  }
  return id;
}
