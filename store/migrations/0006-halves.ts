import type { IDBPTransaction } from 'idb';
import {
  type BeforeVersion4,
  beforeVersion6,
  type PaperVersion4,
  withStamps,
} from '../../papers/versions/version-4';
import type { Migration } from './index';

type Transaction = IDBPTransaction<unknown, string[], 'versionchange'>;

interface StepThen {
  readonly action: number;
  readonly part: number;
  readonly before: readonly BeforeVersion4[];
}

/** As a tag's key was made then: its own copy, since the newest one may change. */
function keyThen(tag: string): string {
  return tag.replace(/\s+/g, ' ').trim().normalize('NFKC').toLowerCase();
}

/**
 * The two halves: each word of the reader's has a stamp in place of a time, tags each their own, and the
 * profile has a name. From now on decisions are noted. Of the sightings, the names of the sites are kept.
 */
export const halves: Migration = {
  version: 6,
  name: 'halves',
  async up(database, transaction) {
    database.createObjectStore('profile');
    const decisions = database.createObjectStore('decisions', { keyPath: 'last' });
    decisions.createIndex('at', 'at');
    const sites = await sitesOf(transaction);
    await stampPapers(transaction, sites);
    await stampSteps(transaction);
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
): Promise<void> {
  let cursor = await transaction.objectStore('papers').openCursor();
  while (cursor) {
    const paper = cursor.value as PaperVersion4;
    const names = [...(sites.get(paper.id) ?? [])].sort();
    await cursor.update?.({
      ...withStamps(paper, keyThen),
      ...(names.length ? { sites: names } : {}),
    });
    cursor = await cursor.continue();
  }
}

async function stampSteps(transaction: Transaction): Promise<void> {
  const steps = transaction.objectStore('steps');
  const papers = transaction.objectStore('papers');
  const actions = (await transaction.objectStore('actions').getAll()) as {
    id: number;
    at: number;
  }[];
  const times = new Map(actions.map(({ id, at }) => [id, at]));
  for (const step of (await steps.getAll()) as StepThen[]) {
    const at = times.get(step.action) ?? 0;
    const before = await Promise.all(
      step.before.map(async (one) =>
        beforeVersion6(
          one,
          at,
          ((await papers.get(one.id)) ?? {}) as Record<string, unknown>,
          keyThen,
        ),
      ),
    );
    await steps.put?.({ ...step, before });
  }
}
