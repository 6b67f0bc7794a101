import { describe, expect, it, vi } from 'vitest';
import { importJson } from '../../../imports/json';
import { changeMany } from '../../../store/actions/change';
import { undoAction, undoLast } from '../../../store/actions/undo';
import { deleteEverything, readContents } from '../../../store/backup/contents';
import { connection } from '../../../store/database/connection';
import { forgetDecisions } from '../../../store/decisions/backup';
import { keptDecisions } from '../../../store/decisions/log';
import { saveRule } from '../../../store/rules/rules';
import { addTag, decide, decideOnPage, star } from '../../../store/words/decide';
import { saveAddress } from '../../../store/words/save-address';
import { renameTag } from '../../../store/words/tags';
import { exportJson } from '../../support/backup-version-2';
import { restoreNow } from '../../support/contents';
import { handlers } from '../../support/handlers';
import { sightMany } from '../../support/library';
import { paper, sightOn, useFreshStore } from '../../support/store';

useFreshStore();

const visit = { day: '2026-03-27', shows: 'digest', visitAt: 1000 } as const;
const rows = async () => (await connection()).getAll('decisions');
const meetThree = () =>
  sightOn(
    '2026-03-27',
    1000,
    paper('arxiv:1', { upvotes: 12 }),
    paper('arxiv:2', { upvotes: undefined as never }),
    paper('arxiv:3'),
  );

describe('the log of decisions', () => {
  it('has what was decided of a paper, when, where and as what', async () => {
    await meetThree();
    await decide(['arxiv:1'], 'unread', 2000, { view: 'popup' });
    await decide(['arxiv:1'], 'read', 2100);
    await star(['arxiv:1'], true, 2200);
    await addTag('arxiv:1', 'secret', 2300, { view: 'bar' });
    await decide(['arxiv:1', 'arxiv:2', 'arxiv:3'], 'dismissed', 2400, { view: 'library' });
    const about = { source: 'huggingface', by: 'reader', ids: ['arxiv:1'], upvotes: [12] };
    expect(await rows()).toEqual([
      { ...about, last: 1, at: 2000, what: 'saved', view: 'popup' },
      { ...about, last: 2, at: 2100, what: 'read' },
      { ...about, last: 3, at: 2200, what: 'starred' },
      { ...about, last: 4, at: 2300, what: 'tagged', view: 'bar' },
      {
        ...{ last: 7, at: 2400, what: 'dismissed', by: 'bulk', view: 'library' },
        ...{
          source: 'huggingface',
          ids: ['arxiv:1', 'arxiv:2', 'arxiv:3'],
          upvotes: [12, null, 3],
        },
      },
    ]);
  });

  it('has the place on the page and the kind of page, and not what was searched for', async () => {
    const sender = { id: 'offprint', url: 'https://huggingface.co/papers?q=secret' };
    const page = { digest: 'huggingface:search:secret', shows: 'digest', visitAt: 1000 };
    const click = { id: 'click', at: 1500 };
    const asked = { ...page, paper: paper('arxiv:1'), to: 'saved', click, rank: 4 };
    for (let times = 2; times > 0; times -= 1) await handlers.decide(asked, sender);
    await saveAddress('https://arxiv.org/abs/2503.02130', undefined, 'menu');
    expect(await rows()).toMatchObject([
      { what: 'saved', view: 'page', rank: 4, source: 'huggingface/search', ids: ['arxiv:1'] },
      { what: 'saved', view: 'menu', ids: ['arxiv:2503.02130'] },
    ]);
    expect(JSON.stringify(await rows())).not.toContain('secret');
  });

  it('has what a rule did, and nothing of what changed nothing or gave a tag another name', async () => {
    await saveRule(
      { id: 'r', effect: 'follow', subject: 'author', value: 'Ada Lovelace', saves: true },
      500,
    );
    await sightOn('2026-03-27', 1000, paper('arxiv:1'));
    await decide(['arxiv:1'], 'unread', 2000);
    await addTag('arxiv:1', 'a', 2100);
    await renameTag('a', 'b', 2200);
    expect((await rows()).map(({ what, by, at }) => [what, by, at])).toEqual([
      ['ruleSaved', 'rule', 1000],
      ['tagged', 'reader', 2100],
    ]);
  });

  it('says what was taken back, paper by paper', async () => {
    await meetThree();
    const { action = 0 } = await decide(['arxiv:1', 'arxiv:2'], 'dismissed', 2000);
    await decide(['arxiv:2'], 'unread', 2100);
    await undoAction(action, 2200);
    expect(await rows()).toMatchObject([
      { what: 'dismissed', ids: ['arxiv:1', 'arxiv:2'], undone: ['arxiv:1'] },
      { what: 'saved', ids: ['arxiv:2'] },
    ]);
    await undoLast(2300);
    expect((await rows())[1]).toMatchObject({ undone: ['arxiv:2'] });
  });

  it('says it of a bulk action in parts, too', async () => {
    const ids = await sightMany(1200);
    const { action = 0 } = await decide(ids, 'dismissed', 2000);
    expect((await rows()).map(({ last }) => last)).toEqual([500, 1000, 1200]);
    await undoAction(action, 3000);
    expect((await rows()).map(({ undone }) => undone?.length)).toEqual([500, 500, 200]);
  });

  it('costs no transaction of its own', async () => {
    await meetThree();
    const database = await connection();
    const begun = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await decideOnPage(paper('arxiv:1', { upvotes: 12 }), 'unread', visit, 2000);
    expect(begun.mock.calls.filter(([, mode]) => mode === 'readwrite')).toHaveLength(1);
    begun.mockRestore();
    expect(await database.count('decisions')).toBe(1);
  });

  it('keeps the newest, and forgets the others some at a time', async () => {
    await meetThree();
    const database = await connection();
    const row = { at: 1, what: 'saved', by: 'reader', ids: ['arxiv:9'], upvotes: [null] } as const;
    const full = database.transaction('decisions', 'readwrite');
    for (const last of [1, 2, 600, 1500, keptDecisions + 998])
      void full.store.put({ ...row, last });
    await full.done;
    await decide(['arxiv:1'], 'unread', 2000);
    expect((await rows()).length).toBe(6);
    await decide(['arxiv:2'], 'unread', 2000);
    expect((await rows()).map(({ last }) => last - keptDecisions)).toEqual([
      1500 - keptDecisions,
      998,
      999,
      1000,
    ]);
  });

  it('goes with a backup and comes back once', async () => {
    await meetThree();
    await decide(['arxiv:1'], 'unread', 2000, { view: 'deck' });
    await undoLast(2100);
    await changeMany(['arxiv:1', 'arxiv:2'], { kind: 'later' }, 2200);
    const contents = await readContents();
    expect(contents.decisions).toHaveLength(2);
    const file = exportJson(contents, '1', '2026-04-01T00:00Z');
    await deleteEverything();
    expect(await rows()).toEqual([]);
    await decide(['arxiv:3'], 'unread', 3000);
    for (let times = 2; times > 0; times -= 1) await restoreNow(importJson(file).contents);
    expect((await readContents()).decisions).toEqual(contents.decisions);
  });

  it('is forgotten at the reader’s word, and nothing else is', async () => {
    await meetThree();
    await decide(['arxiv:1'], 'unread', 2000);
    await forgetDecisions();
    expect(await rows()).toEqual([]);
    const { papers } = await readContents();
    expect(papers.find(({ id }) => id === 'arxiv:1')?.state).toBe('unread');
    await undoLast(2100);
  });
});
