import { describe, expect, it } from 'vitest';
import type { PaperRecord } from '../../papers/record';
import { canonical } from '../../papers/words/stamp';
import {
  generateLibrary,
  type LibraryBatch,
  type LibraryOptions,
} from '../../scripts/library/generate';
import { paperAt } from '../../scripts/library/paper';
import { putBatch } from '../../scripts/library/put';
import { everythingMet, readingAt } from '../../scripts/library/reader';
import { connection } from '../../store/database/connection';
import { endVisit, noteImpressions } from '../../store/records/impressions';
import { counts, listSaved } from '../../store/records/queries';
import { recordSighting } from '../../store/records/sightings';
import { findInconsistencies } from '../../store/upkeep/consistency';
import { type Decision, decide } from '../../store/words/decide';
import { saveNote } from '../../store/words/notes';
import { useFreshStore } from '../support/store';
import { setTags } from '../support/tags';

async function batchesOf(options: LibraryOptions): Promise<LibraryBatch[]> {
  const batches: LibraryBatch[] = [];
  for await (const batch of generateLibrary(options)) batches.push(batch);
  return batches;
}

async function recordsOf(options: LibraryOptions): Promise<PaperRecord[]> {
  return (await batchesOf(options)).flatMap(({ papers }) => papers);
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

function share<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.filter(test).length / items.length;
}

/** Does with the store's own functions what the reader of a made-up paper did. */
async function live(seed: number, index: number, count: number): Promise<string> {
  const paper = paperAt(seed, index, count);
  const day = paper.dailyAt?.slice(0, 10) ?? '';
  const reading = readingAt(seed, index, Date.parse(day), everythingMet);
  const page = { digest: `huggingface:day:${day}`, day, shows: 'digest', papers: [paper] } as const;
  await recordSighting({ ...page, visitAt: reading.firstSeenAt });
  if (reading.state !== 'new') await noteImpressions([paper.id], reading.firstSeenAt);
  await endVisit(reading.firstSeenAt);
  if (reading.savedAt) await decide([paper.id], 'unread', reading.savedAt);
  if (reading.tags.length) await setTags(paper.id, reading.tags, reading.wordsAt);
  if (reading.note) await saveNote(paper.id, reading.note, 0, '', reading.wordsAt);
  if (reading.state !== 'new' && reading.state !== 'seen')
    await decide([paper.id], reading.state as Decision, reading.decidedAt);
  if (reading.lastSeenAt !== reading.firstSeenAt)
    await recordSighting({ ...page, visitAt: reading.lastSeenAt });
  return paper.id;
}

describe('a made-up list in the store', () => {
  useFreshStore();

  it('agrees with itself after every batch', async () => {
    const options = { seed: 1, count: 300, mix: everythingMet, batchSize: 120 };
    for await (const batch of generateLibrary(options)) {
      await putBatch(await connection(), batch);
      expect(await findInconsistencies()).toEqual([]);
    }
    const all = Object.values(await counts()).reduce((sum, count) => sum + count, 0);
    expect(all).toBe(300);
    expect((await listSaved({}, 20)).papers).toHaveLength(20);
  });

  it('is row for row what the store itself writes', async () => {
    const options = { seed: 2, count: 60, mix: everythingMet };
    for (let index = 0; index < options.count; index += 1) await live(options.seed, index, 60);
    const database = await connection();
    const [batch] = await batchesOf(options);
    for (const name of ['papers', 'details', 'notes', 'tags'] as const) {
      const [stored, made] = [await database.getAll(name), batch?.[name] ?? []];
      expect(plain(stored)).toEqual(plain(made));
    }
  });
});

/** Rows as texts, whichever device wrote them. */
function plain(rows: readonly unknown[]): string[] {
  const devices = new Set(
    [...canonical(rows).matchAll(/"device":"(\w+[\w-]*)"/g)].map(([, name = '']) => name),
  );
  const anonymous = (row: string) =>
    [...devices].reduce((text: string, name) => text.replaceAll(`"${name}"`, '"device"'), row);
  return rows.map((row) => anonymous(canonical(row))).sort();
}

describe('a made-up list', () => {
  it('is the same for the same seed, whatever the batches, and another for another', async () => {
    const one = await recordsOf({ seed: 3, count: 50 });
    expect(await recordsOf({ seed: 3, count: 50, batchSize: 7 })).toEqual(one);
    expect(await recordsOf({ seed: 4, count: 50 })).not.toEqual(one);
  });

  it.each([0, 1])('may have %i papers', async (count) => {
    expect(await recordsOf({ seed: 1, count })).toHaveLength(count);
  });

  it('has the sizes, shares and scripts of a real one', async () => {
    const batches = await batchesOf({ seed: 5, count: 2000 });
    const papers = batches.flatMap((batch) => batch.papers);
    const lengths = batches.flatMap(({ details }) =>
      details.map(({ abstract = '' }) => abstract.length),
    );
    expect(new Set(papers.map(({ id }) => id)).size).toBe(2000);
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(1150);
    expect(Math.max(...lengths)).toBeLessThan(1950);
    expect(median(papers.map(({ authorCount }) => authorCount))).toBe(7);
    expect(Math.max(...papers.map(({ authorCount }) => authorCount))).toBeLessThanOrEqual(546);
    expect(median(papers.map(({ upvotes = 0 }) => upvotes))).toBe(6);
    expect(share(papers, ({ organization }) => organization !== undefined)).toBeCloseTo(0.6, 1);
    expect(share(papers, ({ codeStars }) => codeStars !== undefined)).toBeCloseTo(0.6, 1);
    expect(share(papers, ({ hasNote }) => hasNote)).toBeCloseTo(0.05, 1);
    for (const script of [/\p{Script=Han}/u, /\p{Script=Arabic}/u, /\p{Script=Cyrillic}/u])
      expect(share(papers, ({ title = '' }) => script.test(title))).toBeGreaterThan(0.01);
  });

  it('spreads over weekdays of ten years', async () => {
    const papers = await recordsOf({ seed: 6, count: 2000 });
    const days = papers.flatMap(({ publishedAt = '', dailyAt = '' }) => [publishedAt, dailyAt]);
    expect(days.filter((day) => [0, 6].includes(new Date(day).getUTCDay()))).toEqual([]);
    expect(new Set(papers.map(({ day }) => day.slice(0, 4))).size).toBeGreaterThanOrEqual(10);
  });

  it('has few frequent tags and many rare ones', async () => {
    const tags = (await batchesOf({ seed: 7, count: 2000 })).at(-1)?.tags ?? [];
    const used = tags.map(({ count }) => count).sort((one, other) => other - one);
    expect(used.length).toBeGreaterThan(150);
    expect(used.length).toBeLessThanOrEqual(200);
    expect(used[0]).toBeGreaterThan(10 * (used[99] ?? 0));
  });
});
