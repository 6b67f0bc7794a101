import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSaved } from '../../../papers/paper';
import { openPaper, recordsOf } from '../../../store/records/queries';
import { maintainSearch } from '../../../store/search/maintain';
import { decideOnPage } from '../../../store/words/decide';
import { saveNote } from '../../../store/words/notes';
import { naiveHolds, naiveTexts } from '../../support/naive-search';
import { readSearchIndex, search } from '../../support/search-index';
import { paper, useFreshStore } from '../../support/store';
import { setTags } from '../../support/tags';

useFreshStore();

const visit = { day: '2026-03-27', shows: 'digest', visitAt: 1000 } as const;

describe('a search', () => {
  it('finds what a naive search finds', async () => {
    const words = fc.constantFrom('ab', 'abc', 'bc', 'Äb', '模型', '型', 'b-c', '12', 'ﬁx');
    const texts = fc.array(words, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));
    const papers = await fc.sample(
      fc.record({ title: texts, abstract: texts, note: texts, tag: texts }),
      { numRuns: 30, seed: 7 },
    );
    for (const [index, { title, abstract, note, tag }] of papers.entries()) {
      const id = `url:https://x.example/${'q'.repeat(index + 1)}`;
      const one = paper(id, { title, abstract, authors: ['Nemo'] });
      await decideOnPage(one, 'unread', visit, 2000 + index);
      if (index % 2) await saveNote(id, note, 0, '—', 3000);
      if (index % 3) await setTags(id, [tag], 3000);
      if (index === 20) await maintainSearch(undefined, 0);
    }
    const index = await readSearchIndex();
    const stored = await recordsOf(index.entries.map(({ head }) => head.id));
    const all = await Promise.all(
      stored.map(async (record) => ({ record, ...(await openPaper(record.id)) })),
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 3 }), (wanted) => {
        const expected = all
          .map(({ record, details, note }) => {
            const zones = naiveTexts(record, details, note?.text);
            const found = wanted.map((word) =>
              zones.findIndex((some) => some.some((text) => naiveHolds(text, word, false))),
            );
            return { id: record.id, zones: found };
          })
          .filter(({ zones }) => zones.every((zone) => zone !== -1));
        expect([...search(index, wanted.join(' '))].sort()).toEqual(
          expected.map(({ id }) => id).sort(),
        );
        if (wanted.length !== 1) return;
        const zoneOf = new Map(expected.map(({ id, zones }) => [id, zones[0] ?? 9]));
        const order = search(index, wanted.join(' ')).map((id) => zoneOf.get(id) ?? 9);
        expect(order).toEqual(order.toSorted((one, other) => one - other));
      }),
      { numRuns: 300 },
    );
    expect(stored.every(({ state }) => isSaved(state))).toBe(true);
  });
});
