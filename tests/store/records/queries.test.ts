import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { readFirstScreen, tallyIn } from '../../../store/records/first-screen';
import {
  listSaved,
  listTags,
  listUndecided,
  type Page,
  readTally,
  type SavedFilter,
} from '../../../store/records/queries';
import { decide, decideOnPage } from '../../../store/words/decide';
import { saveNote } from '../../../store/words/notes';
import { readSearchIndex, search } from '../../support/search-index';
import { paper, sightOn, useFreshStore } from '../../support/store';
import { setTags } from '../../support/tags';

useFreshStore();

const visit = { day: '2026-03-27', shows: 'digest', visitAt: 1000 } as const;

async function allPages(next: (after?: IDBValidKey) => Promise<Page>): Promise<string[]> {
  const ids: string[] = [];
  let after: IDBValidKey | undefined;
  do {
    const page = await next(after);
    ids.push(...page.papers.map(({ id }) => id));
    after = page.next;
  } while (after !== undefined);
  return ids;
}

const saved = (filter: SavedFilter) => allPages((after) => listSaved(filter, 3, after));

/** A browser that does not know getAllRecords, as Chrome before 141. */
function withoutRecords(): void {
  const known = Object.getOwnPropertyDescriptor(IDBIndex.prototype, 'getAllRecords');
  Reflect.deleteProperty(IDBIndex.prototype, 'getAllRecords');
  onTestFinished(() => {
    if (known) Object.defineProperty(IDBIndex.prototype, 'getAllRecords', known);
  });
}

describe.each([
  ['in one request', () => {}],
  ['paper by paper', withoutRecords],
])('the reading list, read %s', (_, begin) => {
  beforeEach(begin);

  it('comes in pages, with the first of them beside everything else that is shown first', async () => {
    for (const [at, id] of ['a', 'b', 'c', 'd', 'e'].entries())
      await decideOnPage(paper(`arxiv:${id}`), 'unread', visit, 2000 + at);
    await setTags('arxiv:e', ['rl'], 3000);
    expect(await saved({})).toEqual(['e', 'd', 'c', 'b', 'a'].map((id) => `arxiv:${id}`));
    const { page, counts, tags, lists } = await readFirstScreen(2, tallyIn);
    expect(page).toEqual(await listSaved({}, 2));
    expect(counts).toEqual(await readTally());
    expect(tags).toEqual(await listTags());
    expect(lists).toEqual([]);
  });

  it('comes in pages, newest first, each paper once even when saved in the same millisecond', async () => {
    const ids = Array.from({ length: 8 }, (_, index) => `arxiv:${index}`);
    for (const id of ids) await decideOnPage(paper(id), 'unread', visit, 2000);
    await decideOnPage(paper('arxiv:last'), 'unread', visit, 3000);
    const listed = await saved({});
    expect(listed[0]).toBe('arxiv:last');
    expect(listed.slice(1).sort()).toEqual(ids);
  });

  it('is filtered by status, by tag and by both, without other tags that begin alike', async () => {
    for (const [index, id] of ['a', 'b', 'c', 'd', 'e'].entries())
      await decideOnPage(paper(`arxiv:${id}`), 'unread', visit, 2000 + index);
    for (const id of ['a', 'b', 'c', 'd']) await setTags(`arxiv:${id}`, ['rl'], 3000);
    await setTags('arxiv:e', ['rl offline', 'r'], 3000);
    await decide(['arxiv:b', 'arxiv:e'], 'read', 3100);
    expect(await saved({ tag: 'rl' })).toEqual(['arxiv:d', 'arxiv:c', 'arxiv:b', 'arxiv:a']);
    expect(await saved({ state: 'read' })).toEqual(['arxiv:e', 'arxiv:b']);
    expect(await saved({ state: 'unread', tag: 'rl' })).toEqual(['arxiv:d', 'arxiv:c', 'arxiv:a']);
  });
});

describe('the undecided', () => {
  it('come by day, newest first, and by upvotes within a day', async () => {
    const [few, many] = [paper('arxiv:few', { upvotes: 1 }), paper('arxiv:many', { upvotes: 90 })];
    await sightOn('2026-03-26', 1000, paper('arxiv:old', { upvotes: 500 }));
    await sightOn('2026-03-27', 2000, few, many);
    expect(await allPages((after) => listUndecided('new', 2, after))).toEqual([
      'arxiv:many',
      'arxiv:few',
      'arxiv:old',
    ]);
  });
});

describe('a search', () => {
  it('looks through title, every author, tags and note, in any case and accent', async () => {
    const authors = Array.from({ length: 60 }, (_, index) => `Author ${index}`);
    const found = paper('arxiv:1', {
      title: 'Über Ｆｕｌｌ Width',
      authors: [...authors, 'Zoë Last'],
    });
    await decideOnPage(found, 'unread', visit, 2000);
    await decideOnPage(paper('arxiv:2'), 'unread', visit, 2001);
    await setTags('arxiv:1', ['強化学習'], 2100);
    await saveNote('arxiv:1', 'see Table 4', 0, '—', 2200);
    const index = await readSearchIndex();
    for (const query of ['uber full', 'zoe', '化学', 'TABLE zoë', 'tabl'])
      expect(search(index, query)).toEqual(['arxiv:1']);
    expect(search(index, 'borel')).toEqual(['arxiv:2']);
    expect(search(index, 'zoe borel')).toEqual([]);
    expect(search(index, ' ')).toEqual(['arxiv:2', 'arxiv:1']);
    // Nothing to look for is passed over, and said by `parse`; see its problems.
    expect(search(index, '.*+?^$()|[]\\"')).toEqual(['arxiv:2', 'arxiv:1']);
  });

  it('finds no paper that is not saved', async () => {
    await sightOn('2026-03-26', 1000, paper('arxiv:1'));
    await decideOnPage(paper('arxiv:2'), 'unread', visit, 2000);
    await decide(['arxiv:2'], 'deleted', 2100);
    expect(search(await readSearchIndex(), 'paper')).toEqual([]);
  });
});
