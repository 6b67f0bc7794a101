import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { requiredHosts } from '../../sites/hosts';
import { apiPermission, dailyPapersAddress, readDailyPapers } from '../../sites/huggingface/api';
import { papersOf } from '../fixtures/papers';
import { papersOn } from '../fixtures/recent';
import { hasSharedPages, sharedPages, textIn } from './pages';

const captured = new URL('huggingface/api/', sharedPages);

describe('the list of a day as JSON', () => {
  it('is asked for by its day alone', () => {
    const address = 'https://huggingface.co/api/daily_papers?date=2026-03-27&limit=100';
    expect(dailyPapersAddress('2026-03-27')).toBe(address);
    expect(dailyPapersAddress('2026-03-27', 2)).toBe(`${address}&p=2`);
    expect(requiredHosts).toContain(apiPermission);
  });

  it('gives the papers in its order, with unknown fields ignored', () => {
    const entries = papersOf('2026-03-27').map((entry) => ({ ...entry, mascot: { hat: true } }));
    const read = readDailyPapers(JSON.parse(JSON.stringify(entries)));
    expect(read?.papers.map(({ id }) => id)).toEqual(
      entries.map(({ paper }) => `arxiv:${paper.id}`),
    );
    expect(read?.skipped).toBe(0);
    const [first] = entries;
    expect(read?.papers[0]).toMatchObject({
      title: first?.paper.title,
      publishedAt: first?.paper.publishedAt,
      comments: first?.numComments,
    });
  });

  it('that is empty is a day without papers', () => {
    expect(readDailyPapers([])).toEqual({ papers: [], skipped: 0, isFull: false });
  });

  it('may go on on another page when it has a hundred entries, whatever they are', () => {
    const entries = [...papersOn('2026-03-27', 99), null, null];
    expect(readDailyPapers(entries.slice(0, 99))?.isFull).toBe(false);
    expect(readDailyPapers(entries.slice(0, 100))).toMatchObject({ isFull: true, skipped: 1 });
    const read = readDailyPapers([...papersOn('2026-03-27', 105), null]);
    expect(read).toMatchObject({ isFull: true, skipped: 1 });
    expect(read?.papers).toHaveLength(105);
  });

  it('skips and counts what is no paper, and takes one listed twice once', () => {
    const [one, two] = papersOf('2026-03-27');
    const bad = [null, 7, 'text', [], {}, { paper: null }, { paper: { id: 5, title: 'No id' } }];
    const worse = [
      { paper: { id: 'not an id', title: 'Bad id' } },
      { paper: { id: '2603.20999' } },
    ];
    const read = readDailyPapers([one, ...bad, two, ...worse, one]);
    expect(read?.papers).toHaveLength(2);
    expect(read?.skipped).toBe(bad.length + worse.length);
  });

  it('skips its only entry, too: one alone does not tell of another shape', () => {
    for (const bad of [{}, null, { paper: null }])
      expect(readDailyPapers([bad])).toEqual({ papers: [], skipped: 1, isFull: false });
  });

  it('of another shape is none', () => {
    const [one] = papersOf('2026-03-27');
    for (const answer of [
      null,
      {},
      'x',
      1,
      { papers: [one] },
      { error: 'No' },
      [{ id: 1 }, { id: 2 }],
      [null, null],
    ])
      expect(readDailyPapers(answer)).toBeUndefined();
  });

  it.skipIf(!hasSharedPages)('is read as it was captured from the site', () => {
    for (const name of readdirSync(captured)) {
      const answer: unknown = JSON.parse(textIn(captured, name));
      const read = readDailyPapers(answer);
      expect(read?.papers.length, name).toBe((answer as unknown[]).length);
      expect(read?.skipped, name).toBe(0);
      for (const { title, authors, abstract, upvotes } of read?.papers ?? []) {
        expect(title, name).toBeTruthy();
        expect(authors?.length, name).toBeGreaterThan(0);
        expect(abstract?.length, name).toBeGreaterThan(100);
        expect(upvotes, name).toBeGreaterThanOrEqual(0);
      }
    }
  });
});
