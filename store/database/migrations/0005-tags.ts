import type { IDBPTransaction } from 'idb';
import { tagKey } from '../../../papers/tag-key';
import { cleanTags } from '../../../papers/tags';
import type { Migration } from './index';

type Transaction = IDBPTransaction<unknown, string[], 'versionchange'>;

interface PaperThen {
  readonly id: string;
  readonly tags?: readonly string[];
  /** When it was saved; papers in the list alone have both. */
  readonly listAt?: number;
  readonly tagKeys?: readonly string[];
}

interface TagThen {
  readonly key: string;
  readonly name: string;
  readonly count: number;
  readonly hue?: number;
}

interface BeforeThen {
  readonly tags?: readonly string[];
  readonly tagsAfter?: readonly string[];
}

interface StepThen {
  readonly before: readonly BeforeThen[];
  readonly looks?: readonly Omit<TagThen, 'count'>[];
}

interface RuleThen {
  readonly tags?: readonly string[];
}

const pageSize = 500;

/**
 * Until now a tag was what was typed: `#rl` was another than `rl`, `rl; sft` was one, and one of
 * characters that cannot be seen was one, too. From now on `cleanTags` has the say, whose word is what
 * the running code takes for a tag, so that this migration asks it. Papers, whatever they stand as,
 * rules, looks, and what undo puts back follow; sums of months and search texts are made anew. How many
 * tags were put right is left in `counters` as `mendedTags`, for telling it; see store/words/mended.ts.
 */
export const tags: Migration = {
  version: 5,
  name: 'tags',
  async up(_database, transaction) {
    const found = await mendPapers(transaction);
    await mendTags(transaction, found);
    await mendSteps(transaction);
    await mendRules(transaction);
    if (found.isChanged) await forgetDerived(transaction);
    const { size } = found.wrong;
    if (size) await transaction.objectStore('counters').put?.(size, 'mendedTags');
  },
};

interface Use {
  readonly name: string;
  readonly count: number;
}

/** What was met on the papers. */
interface Found {
  /** How often each tag is used in the list, by its key. */
  readonly counts: Map<string, Use>;
  /** The tags that were not as they should be, by what was their key. */
  readonly wrong: Set<string>;
  isChanged: boolean;
}

async function mendPapers(transaction: Transaction): Promise<Found> {
  const store = transaction.objectStore('papers');
  const found: Found = { counts: new Map(), wrong: new Set(), isChanged: false };
  let after = '';
  for (let isMore = true; isMore; ) {
    const range = IDBKeyRange.lowerBound(after, true);
    const papers = (await store.getAll(range, pageSize)) as PaperThen[];
    const changed = papers.flatMap((paper) => mendedPaper(paper, found) ?? []);
    if (changed.length) found.isChanged = true;
    await Promise.all(changed.map((paper) => store.put?.(paper)));
    after = papers.at(-1)?.id ?? after;
    isMore = papers.length === pageSize;
  }
  return found;
}

/** @returns `undefined` for a paper that is as it should be. */
function mendedPaper(paper: PaperThen, { counts, wrong }: Found): PaperThen | undefined {
  const { listAt, tags: old = [] } = paper;
  const names = cleanTags(old);
  if (listAt !== undefined) count(counts, names);
  for (const tag of old) if (!isSame(cleanTags([tag]), [tag])) wrong.add(keyThen(tag));
  const keys = listAt === undefined ? undefined : names.map((name) => indexKey(name, listAt));
  if (isSame(names, old) && isSame(keys, paper.tagKeys)) return undefined;
  return { ...paper, tags: names, ...(keys ? { tagKeys: keys } : {}) };
}

/** The key of a tag as it was up to version 4. */
function keyThen(tag: string): string {
  return tag.replace(/\s+/g, ' ').trim().normalize('NFKC').toLowerCase();
}

/** As `tagIndexKey` in papers/record.ts makes it. */
function indexKey(name: string, savedAt: number): string {
  return `${tagKey(name)}\u0000${String(Math.max(0, Math.trunc(savedAt))).padStart(16, '0')}`;
}

function count(counts: Map<string, Use>, names: readonly string[]): void {
  for (const name of names) {
    const key = tagKey(name);
    const { count = 0, name: known = name } = counts.get(key) ?? {};
    counts.set(key, { name: known, count: count + 1 });
  }
}

/**
 * Gives every tag its row: the spelling and the hue of a row that was as it should be, else those of
 * the most used one that became it.
 */
async function mendTags(transaction: Transaction, { counts, wrong }: Found): Promise<void> {
  const store = transaction.objectStore('tags');
  const rows = (await store.getAll()) as TagThen[];
  const others = rows.filter((row) => !isClean(row));
  for (const { key } of others) wrong.add(key);
  if (others.length === 0) return;
  const looks = new Map<string, TagThen>();
  const sorted = others.toSorted((one, other) => other.count - one.count);
  for (const row of [...rows.filter(isClean), ...sorted])
    for (const { key, name, hue: own } of mendedLooks(row)) {
      const known = looks.get(key);
      const hue = known?.hue ?? own;
      const look = { key, name: known?.name ?? name, count: counts.get(key)?.count ?? 0 };
      looks.set(key, hue === undefined ? look : { ...look, hue });
    }
  for (const [key, use] of counts) if (!looks.has(key)) looks.set(key, { key, ...use });
  const kept = [...looks.values()].filter(({ count, hue }) => count > 0 || hue !== undefined);
  await store.clear?.();
  await Promise.all(kept.map((row) => store.put?.(row)));
}

function isClean({ key, name }: TagThen): boolean {
  return isSame(cleanTags([name]), [name]) && tagKey(name) === key;
}

/** What undo puts back is what there is: an old action must not bring an old tag along. */
async function mendSteps(transaction: Transaction): Promise<void> {
  let cursor = await transaction.objectStore('steps').openCursor();
  while (cursor) {
    const step = cursor.value as StepThen;
    const clean: StepThen = {
      ...step,
      before: step.before.map((before) => ({
        ...before,
        ...(before.tags ? { tags: cleanTags(before.tags) } : {}),
        ...(before.tagsAfter ? { tagsAfter: cleanTags(before.tagsAfter) } : {}),
      })),
      ...(step.looks ? { looks: step.looks.flatMap(mendedLooks) } : {}),
    };
    if (JSON.stringify(clean) !== JSON.stringify(step)) await cursor.update?.(clean);
    cursor = await cursor.continue();
  }
}

function mendedLooks<Look extends { readonly key: string; readonly name: string }>(
  look: Look,
): Look[] {
  return cleanTags([look.name]).map((name) => ({ ...look, key: tagKey(name), name }));
}

async function mendRules(transaction: Transaction): Promise<void> {
  const store = transaction.objectStore('rules');
  for (const rule of (await store.getAll()) as RuleThen[]) {
    const { tags: old = [], ...rest } = rule;
    const names = cleanTags(old);
    if (!isSame(names, old)) await store.put?.(names.length ? { ...rest, tags: names } : rest);
  }
}

/** `prepareMonths` and `buildSearch` make these anew, in slices, when nobody waits. */
async function forgetDerived(transaction: Transaction): Promise<void> {
  await transaction.objectStore('months').clear?.();
  const preparation = transaction.objectStore('preparation');
  const stored = (await preparation.get('search')) as { readonly generation: number } | undefined;
  if (stored) await preparation.put?.({ rules: 0, generation: stored.generation }, 'search');
}

function isSame(one: readonly string[] = [], other: readonly string[] = []): boolean {
  return one.length === other.length && one.every((name, at) => name === other[at]);
}
