import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connection } from '../../../store/database/connection';
import { journalStore } from '../../../store/database/schema';
import { countMarked } from '../../../store/records/queries';
import { buildSearch, rebuildSearch } from '../../../store/search/build';
import { maintainSearch } from '../../../store/search/maintain';
import { SearchSession } from '../../../store/search/session';
import { findInconsistencies } from '../../../store/upkeep/consistency';
import { decide, star } from '../../../store/words/decide';
import { saveNote } from '../../../store/words/notes';
import { found, save } from '../../support/search';
import { readSearchIndex, search, updateSearchIndex } from '../../support/search-index';
import { paper, sightOn, useFreshStore } from '../../support/store';
import { setTags } from '../../support/tags';

useFreshStore();

describe('the journal and the chunks', () => {
  it('say the same before, while and after the journal is moved, wherever that is stopped', async () => {
    const actions = [
      (id: string) => decide([id], 'reading', 5000),
      (id: string) => decide([id], 'deleted', 5001),
      (id: string) => decide([id], 'unread', 5002),
      (id: string) => saveNote(id, `note of ${id} ${'long '.repeat(200)}`, 0, '—', 5003),
      (id: string) => saveNote(id, '', 9999, '—', 5004),
      (id: string) => star([id], true, 5005),
      (id: string) => star([id], false, 5006),
      (id: string) => setTags(id, ['x', id], 5007),
      (id: string) => sightOn('2026-03-29', 5008, paper(id, { abstract: `Newer ${id}` })),
      () => maintainSearch(undefined, 0),
      () => maintainSearch(AbortSignal.abort(), 0),
    ];
    await save(...Array.from({ length: 12 }, (_, index) => paper(`arxiv:${index}`)));
    for (const [step, pick] of fc
      .sample(fc.tuple(fc.nat(actions.length - 1), fc.nat(11)), { numRuns: 150, seed: 3 })
      .entries()) {
      await actions[pick[0]]?.(`arxiv:${pick[1]}`);
      expect([step, await findInconsistencies()]).toEqual([step, []]);
    }
    const starred = (await readSearchIndex()).entries.filter(({ head }) => head.isStarred).length;
    expect((await countMarked()).starred).toBe(starred);
  });

  it('divide a chunk that has grown', async () => {
    await maintainSearch();
    for (let round = 0; round < 6; round += 1) {
      const papers = Array.from({ length: 200 }, (_, index) =>
        paper(`arxiv:${String((index * 7 + round * 1400) % 2000).padStart(4, '0')}.${round}`),
      );
      await sightOn('2026-03-27', 1000, ...papers);
      await decide(
        papers.map(({ id }) => id),
        'unread',
        2000,
      );
      await maintainSearch(undefined, 0);
    }
    const database = await connection();
    expect(await database.count(journalStore)).toBe(0);
    expect(await database.count('heads')).toBeGreaterThan(1);
    expect((await readSearchIndex()).entries).toHaveLength(1200);
  });

  it('are built anew where they disagree with the papers, and a session sees it', async () => {
    await save(paper('arxiv:1', { title: 'Needle' }), paper('arxiv:2'));
    await maintainSearch(undefined, 0);
    const session = new SearchSession();
    const database = await connection();
    const [chunk] = await database.getAll('heads');
    if (chunk) await database.put('heads', { ...chunk, text: ['\nWrong', '\nWrong'] });
    expect(await findInconsistencies()).toHaveLength(2);
    expect(await found('needle', session)).toEqual([]);
    await rebuildSearch();
    await session.refresh([]);
    expect(await found('needle', session)).toEqual(['arxiv:1']);
  });

  it('are built on from where that was stopped, with what was written meanwhile', async () => {
    const ids = Array.from({ length: 1100 }, (_, index) => `arxiv:${1000 + index}`);
    await sightOn('2026-03-27', 1000, ...ids.map((id) => paper(id)));
    await decide(ids, 'unread', 2000);
    const stop = new AbortController();
    const building = buildSearch(stop.signal);
    stop.abort();
    await building;
    await saveNote('arxiv:1000', 'haystack', 0, '—', 3000);
    await decide(['arxiv:1001', 'arxiv:2001'], 'deleted', 3000);
    expect(await findInconsistencies()).toEqual([]);
    const index = await readSearchIndex();
    expect(index.entries).toHaveLength(1098);
    expect(search(index, 'haystack')).toEqual(['arxiv:1000']);
  });

  it('update an index that was read before', async () => {
    await save(paper('arxiv:1'), paper('arxiv:2'));
    const index = await readSearchIndex();
    await saveNote('arxiv:1', 'haystack', 0, '—', 3000);
    await decide(['arxiv:2'], 'dismissed', 3000);
    const updated = await updateSearchIndex(index, new Set(['arxiv:1', 'arxiv:2']));
    expect(search(updated, '')).toEqual(['arxiv:1']);
    expect(search(updated, 'hay')).toEqual(['arxiv:1']);
  });
});
