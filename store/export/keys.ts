import { unwrap } from 'idb';
import { outgoingPaper, type StoredPaper, wholePaper } from '../../exports/along';
import { keysFor } from '../../exports/citation-keys';
import { citationKeyBag, keyBag } from '../../papers/facts/extra';
import type { PaperId } from '../../papers/paper';
import type { PaperDetails } from '../../papers/record';
import { answers, bare } from '../database/requests';
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
    const papers = bare(writer.transaction, 'papers');
    // Not by `find`: a paper that has shrunk stays so.
    const [records, details] = await Promise.all([
      answers(ids.map((id) => papers.get(id))),
      writer.loadDetails(ids),
    ]);
    const wanted = records.flatMap((record) =>
      record ? [keyless({ record, details: details.get(record.id) }, pattern)] : [],
    );
    const taken = await takenAmong(
      writer,
      wanted.flatMap(({ key }) => key ?? []),
    );
    const given = new Map<PaperId, string>();
    for (const paper of wanted) {
      const key = paper.key === undefined ? paper.own : await freeKey(writer, paper, taken);
      given.set(paper.details.id, key);
      if (paper.key === undefined) continue;
      taken.add(key.toLowerCase());
      const extra = { ...paper.details.extra, [citationKeyBag]: keyBag(key, now) };
      writer.putExtra({ ...paper.details, extra });
    }
    return given;
  });
}

/** A paper that may want a key. */
interface Keyless {
  readonly details: PaperDetails;
  /** The key that it has. */
  readonly own: string;
  /** The best one for it; absent where it has one. */
  readonly key?: string;
  /** The ones after that. */
  readonly others: Iterator<string, void>;
}

function keyless(stored: StoredPaper, pattern: string): Keyless {
  const { id } = stored.record;
  const details = stored.details ?? { id };
  const paper = outgoingPaper({ ...stored, details }, wholePaper);
  const others = keysFor(paper, pattern);
  const has = details.extra && Object.hasOwn(details.extra, citationKeyBag);
  if (has && paper.citationKey) return { details, own: paper.citationKey, others };
  return { details, own: id, key: others.next().value ?? id, others };
}

/** Those of some keys that papers have, in small letters; looked up side by side. */
async function takenAmong({ transaction }: Writer, keys: readonly string[]): Promise<Set<string>> {
  const index = unwrap(transaction.objectStore('details')).index('citationKey');
  const folded = keys.map((key) => key.toLowerCase());
  const found = await answers(folded.map((key) => index.getKey(key)));
  return new Set(folded.filter((_, at) => found[at] !== undefined));
}

/** The first key that no other paper has. */
async function freeKey(
  writer: Writer,
  { own, key = own, others }: Keyless,
  taken: ReadonlySet<string>,
): Promise<string> {
  if (!taken.has(key.toLowerCase())) return key;
  for (let next = others.next(); !next.done; next = others.next()) {
    const isFree = !taken.has(next.value.toLowerCase());
    if (isFree && (await takenAmong(writer, [next.value])).size === 0) return next.value;
  }
  return own;
}
