import type { IDBPTransaction } from 'idb';
import {
  type BeforeVersion4,
  beforeVersion6,
  type PaperVersion4,
  SaidVersion6,
  type TagStampVersion6,
  withSaidTags,
  withStamps,
} from '../../../papers/versions/version-4';
import type { Migration } from './index';

type Transaction = IDBPTransaction<unknown, string[], 'versionchange'>;

interface StepThen {
  readonly action: number;
  readonly part: number;
  readonly before: readonly BeforeVersion4[];
}

const pageSize = 500;

/** As a tag's key was made then: its own copy, since the newest one may change. */
function keyThen(tag: string): string {
  return tag.replace(/\s+/g, ' ').trim().normalize('NFKC').toLowerCase();
}

/**
 * The two halves: each word of the reader's has a stamp in place of a time, tags each their own, and the
 * profile has a name. Of the sightings, the names of the sites are kept.
 */
export const halves: Migration = {
  version: 6,
  name: 'halves',
  async up(database, transaction) {
    database.createObjectStore('profile');
    const sites = await sitesOf(transaction);
    const said = await stampSteps(transaction);
    await stampPapers(transaction, sites, said);
    database.deleteObjectStore('sightings');
  },
};

async function sitesOf(transaction: Transaction): Promise<Map<string, Set<string>>> {
  const keys = (await transaction.objectStore('sightings').getAllKeys()) as [string, string][];
  const sites = new Map<string, Set<string>>();
  for (const [digest, id] of keys) {
    const names = sites.get(id) ?? new Set();
    sites.set(id, names.add(digest.split(':')[0] ?? ''));
  }
  return sites;
}

async function stampPapers(
  transaction: Transaction,
  sites: ReadonlyMap<string, ReadonlySet<string>>,
  said: ReadonlyMap<string, readonly TagStampVersion6[]>,
): Promise<void> {
  const papers = transaction.objectStore('papers');
  let range: IDBKeyRange | undefined;
  for (;;) {
    const page = (await papers.getAll(range, pageSize)) as PaperVersion4[];
    const puts = page.map(async (paper) => {
      const names = [...(sites.get(paper.id) ?? [])].sort();
      const stamped = withSaidTags(withStamps(paper, keyThen), said.get(paper.id) ?? [], keyThen);
      await papers.put?.({ ...stamped, ...(names.length ? { sites: names } : {}) });
    });
    await Promise.all(puts);
    const last = page.at(-1);
    if (!last || page.length < pageSize) return;
    range = IDBKeyRange.lowerBound(last.id, true);
  }
}

/**
 * What an action did to a paper is told from what was there before it, so that one after the other can
 * be undone.
 * @returns The last word on each tag that an action put on or took off, by paper.
 */
async function stampSteps(
  transaction: Transaction,
): Promise<ReadonlyMap<string, readonly TagStampVersion6[]>> {
  const steps = transaction.objectStore('steps');
  const papers = transaction.objectStore('papers');
  const actions = (await transaction.objectStore('actions').getAll()) as {
    id: number;
    at: number;
  }[];
  const times = new Map(actions.map(({ id, at }) => [id, at]));
  const said = new SaidVersion6();
  for (const step of (await steps.getAll()) as StepThen[]) {
    const at = times.get(step.action) ?? 0;
    const now = await Promise.all(step.before.map(({ id }) => papers.get(id)));
    const before = step.before.map((one, place) =>
      said.next(beforeVersion6(one, at, (now[place] ?? {}) as Record<string, unknown>, keyThen)),
    );
    await steps.put?.({ ...step, before });
  }
  return said.tags;
}
