import { describe, expect, it, vi } from 'vitest';
import { FacetCounter } from '../../../papers/search/facets';
import { deleteEverything } from '../../../store/backup/contents';
import { connection } from '../../../store/database/connection';
import { recordsOf } from '../../../store/records/queries';
import { explain } from '../../../store/search/explain';
import { countFacets } from '../../../store/search/facets';
import { maintainSearch } from '../../../store/search/maintain';
import { readMarks } from '../../../store/search/marks';
import { SearchSession } from '../../../store/search/session';
import { decide, decideOnPage, star } from '../../../store/words/decide';
import { saveNote } from '../../../store/words/notes';
import { found, save, whole } from '../../support/search';
import { paper, useFreshStore } from '../../support/store';
import { setTags } from '../../support/tags';

useFreshStore();

const visit = { day: '2026-03-27', shows: 'digest', visitAt: 1000 } as const;

/** Keeps the long texts from being read, as a busy disk does. */
async function holdBodies() {
  let [isHeld, tell] = [true, () => {}];
  const isAwaited = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const database = await connection();
  const { store, done } = database.transaction('bodies', 'readwrite');
  const getAll = vi.spyOn(IDBObjectStore.prototype, 'getAll');
  const busy = (async () => {
    while (isHeld) {
      await store.count();
      if ((getAll.mock.contexts as IDBObjectStore[]).some(({ name }) => name === 'bodies')) tell();
    }
    await done;
    getAll.mockRestore();
  })();
  return {
    /** Resolves when somebody wants to read them. */
    isAwaited,
    release(): Promise<void> {
      isHeld = false;
      return busy;
    },
  };
}

/** Resolves when a session that is reading has read its long texts. */
function untilWhole(session: SearchSession): Promise<void> {
  return vi.waitFor(async () => expect((await session.search(''))?.isWhole).toBe(true));
}

describe('a session', () => {
  it('takes up what has changed, and all of it when the chunks were written anew', async () => {
    await save(paper('arxiv:1'), paper('arxiv:2', { abstract: 'Needles' }));
    const session = new SearchSession();
    await whole(session);
    await saveNote('arxiv:1', 'haystack', 0, '—', 3000);
    await decide(['arxiv:2'], 'reading', 3000);
    await session.refresh(['arxiv:1', 'arxiv:2']);
    expect(await found('haystack', session)).toEqual(['arxiv:1']);
    expect(await found('is:reading needle', session)).toEqual(['arxiv:2']);
    await decide(['arxiv:2'], 'deleted', 3000);
    await session.refresh(['arxiv:2']);
    expect(await found('needle', session)).toEqual([]);
    await decideOnPage(paper('arxiv:3', { title: 'Needle' }), 'unread', visit, 4000);
    await maintainSearch(undefined, 0);
    await session.refresh(['arxiv:3']);
    expect(await found('needle', session)).toEqual(['arxiv:3']);
    await deleteEverything();
    await session.refresh(undefined);
    expect(await found('', session)).toEqual([]);
  });

  it('keeps a note that was written while its long texts were read', async () => {
    await save(paper('arxiv:1', { abstract: 'Straw' }), paper('arxiv:2', { abstract: 'Straw' }));
    await maintainSearch(undefined, 0);
    const held = await holdBodies();
    const reading = new SearchSession();
    await reading.open();
    await saveNote('arxiv:1', `${'hay '.repeat(5000)} needle`, 0, '—', 3000);
    await reading.refresh(['arxiv:1']);
    expect((await reading.search('needle'))?.ids).toEqual(['arxiv:1']);
    await held.release();
    await untilWhole(reading);
    expect((await reading.search('needle'))?.ids).toEqual(['arxiv:1']);
    expect((await reading.search('straw'))?.ids.toSorted()).toEqual(['arxiv:1', 'arxiv:2']);
  });

  it('keeps what changed while it read everything again', async () => {
    await save(paper('arxiv:1'), paper('arxiv:2'));
    await maintainSearch(undefined, 0);
    const session = new SearchSession();
    await whole(session);
    const held = await holdBodies();
    const reloading = session.refresh(undefined);
    await held.isAwaited;
    await saveNote('arxiv:1', 'needle', 0, '—', 3000);
    const refreshing = session.refresh(['arxiv:1']);
    await held.release();
    await Promise.all([reloading, refreshing]);
    expect((await session.search('needle'))?.ids).toEqual(['arxiv:1']);
  });

  it('counts what it finds: with the long texts, and with what changes while it counts', async () => {
    await save(paper('arxiv:1', { title: 'Needle' }), paper('arxiv:2', { abstract: 'Needles' }));
    const session = new SearchSession();
    expect(await session.count('needle')).toBe(2);
    const counting = session.count('needle');
    await saveNote('arxiv:2', 'A note', 0, '—', 3000);
    await decideOnPage(paper('arxiv:3', { title: 'Needle' }), 'unread', visit, 4000);
    await session.refresh(['arxiv:2', 'arxiv:3']);
    await counting;
    expect(await session.count('needle')).toBe((await session.search('needle'))?.total);
    expect(await session.count('needle', AbortSignal.abort())).toBeUndefined();
  });

  it('marks titles, and shows the line where the match is elsewhere', async () => {
    const abstract = 'Nothing here. The needle is in this sentence. Nothing there.';
    await save(paper('arxiv:1', { title: 'Émile’s paper', abstract }), paper('arxiv:2'));
    const result = await new SearchSession().search('emile needle');
    const marks = await readMarks(
      result?.query ?? { groups: [], inTitle: false },
      await recordsOf(['arxiv:1']),
    );
    expect(marks.get('arxiv:1')).toEqual({
      title: [{ start: 0, end: 5 }],
      line: {
        text: 'The needle is in this sentence.',
        marks: [{ start: 4, end: 10 }],
        from: 'abstract',
      },
    });
  });

  it('explains an empty result with the nearest of the reader’s own words', async () => {
    await save(paper('arxiv:1', { title: 'Latent Diffusion', abstract: 'Planning ahead' }));
    await setTags('arxiv:1', ['world models'], 3000);
    const session = new SearchSession();
    await whole(session);
    const ends = async (text: string) => {
      const result = await session.search(text);
      return result && explain(session, result);
    };
    expect(await ends('difusion planing latent')).toMatchObject([
      { term: { text: 'difusion' }, instead: [{ search: 'diffusion planing latent' }] },
      { term: { text: 'planing' }, instead: [{ search: 'difusion planning latent' }] },
    ]);
    expect(await ends('tag:"wrld models"')).toMatchObject([
      { instead: [{ text: 'world models', search: 'tag:"world models"' }] },
    ]);
    expect(await ends('latent is:read')).toMatchObject([{ term: { kind: 'is' }, instead: [] }]);
  });

  it('counts what it found by status, tag, organisation, author, month and site', async () => {
    await save(
      paper('arxiv:1', { organization: 'Mila', publishedAt: '2026-03-01' }),
      paper('arxiv:2', { organization: 'Mila', publishedAt: '2026-02-01' }),
    );
    await setTags('arxiv:1', ['A', 'b'], 3000);
    await setTags('arxiv:2', ['a'], 3000);
    await star(['arxiv:1'], true, 3000);
    const result = await new SearchSession().search('paper');
    const counter = new FacetCounter();
    expect(result && (await countFacets(counter, result, 2))).toEqual({
      states: [
        { value: 'unread', count: 2 },
        { value: 'starred', count: 1 },
      ],
      tags: [
        { value: 'a', count: 2 },
        { value: 'b', count: 1 },
      ],
      organizations: [{ value: 'Mila', count: 2 }],
      authors: [
        { value: 'Ada Lovelace', count: 2 },
        { value: 'Émile Borel', count: 2 },
      ],
      months: [
        { value: '2026-02', count: 1 },
        { value: '2026-03', count: 1 },
      ],
      sites: [{ value: 'huggingface', count: 2 }],
    });
  });
});
