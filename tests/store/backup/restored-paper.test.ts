import { describe, expect, it } from 'vitest';
import type { PaperRecord } from '../../../papers/record';
import { undoAction } from '../../../store/actions/undo';
import { deleteEverything, readContents } from '../../../store/backup/contents';
import { planRestore } from '../../../store/backup/restore/plan';
import { restore } from '../../../store/backup/restore/write';
import { listTags, openPaper, recordsOf } from '../../../store/records/queries';
import { decide } from '../../../store/words/decide';
import { saveNote } from '../../../store/words/notes';
import { day, fill, none, now, recordOf } from '../../support/restore';
import { paper, sightOn, useFreshStore } from '../../support/store';
import { setTags } from '../../support/tags';

useFreshStore();

describe('a restored paper', () => {
  it('that is here under its DOI does not appear twice, and keeps the ids of the file', async () => {
    await sightOn(day, 1000, paper('arxiv:1', { aliases: ['doi:10.1/x', 'url:https://a.org'] }));
    await decide(['arxiv:1'], 'unread', 1100);
    await saveNote('arxiv:1', 'Table 4', 0, '—', 1300);
    const mine = await readContents();
    await deleteEverything();
    await sightOn(day, 1000, paper('doi:10.1/x', { title: 'Paper arxiv:1' }));
    expect((await planRestore(mine)).papers).toEqual({ ...none, changed: 1 });
    await restore(mine, now);
    expect((await readContents()).papers).toMatchObject([
      { id: 'doi:10.1/x', aliases: ['arxiv:1', 'url:https://a.org'], state: 'unread' },
    ]);
    expect((await openPaper('doi:10.1/x')).note?.text).toBe('Table 4');
  });

  it('that is two here makes them one, and undoing that two', async () => {
    await sightOn(day, 1000, paper('arxiv:1', { title: 'One', aliases: ['doi:10.1/x'] }));
    const mine = await readContents();
    await deleteEverything();
    await sightOn(day, 1000, paper('arxiv:1', { title: 'One' }));
    await sightOn(day, 1000, paper('doi:10.1/x', { title: 'One' }));
    await decide(['doi:10.1/x'], 'unread', 1100);
    const { action = 0 } = await restore(mine, now);
    expect((await readContents()).papers).toMatchObject([{ id: 'arxiv:1', state: 'unread' }]);
    await undoAction(action, now + 1);
    expect(await recordsOf(['arxiv:1', 'doi:10.1/x'])).toMatchObject([
      { id: 'arxiv:1', state: 'new' },
      { id: 'doi:10.1/x', state: 'unread' },
    ]);
  });

  it('takes no paper for its own that it cannot be', async () => {
    await sightOn(day, 1000, paper('arxiv:1', { aliases: ['doi:10.1/x'] }));
    const mine = await readContents();
    await deleteEverything();
    await sightOn(day, 1000, paper('arxiv:2', { aliases: ['doi:10.1/x'] }));
    await restore(mine, now);
    expect(await recordsOf(['arxiv:1', 'arxiv:2'])).toMatchObject([
      { id: 'arxiv:1', suggested: ['arxiv:2'] },
      { id: 'arxiv:2', aliases: ['doi:10.1/x'] },
    ]);
  });

  it('replaces nothing that is newer here, be it said by a source or by the reader', async () => {
    await sightOn(day, 1000, paper('arxiv:1', { title: 'Old', version: 1, upvotes: 3 }));
    await setTags('arxiv:1', ['old'], 1100);
    const mine = await readContents();
    await sightOn('2026-03-30', 2000, paper('arxiv:1', { title: 'New', version: 2, upvotes: 9 }));
    await setTags('arxiv:1', ['new'], 2100);
    const here = await readContents();
    await restore(mine, now, true);
    expect(await readContents()).toEqual(here);
  });

  it('brings back no note that was deleted since', async () => {
    const mine = await fill();
    await saveNote('arxiv:1', '', 1300, '—', 2000);
    await restore(mine, now, true);
    expect((await openPaper('arxiv:1')).note?.text ?? '').toBe('');
  });

  it('counts once under tags that are one, and makes none without a name', async () => {
    const mine = await fill();
    const papers = mine.papers.map(
      (one): PaperRecord => (one.id === 'arxiv:1' ? { ...one, tags: ['RL', 'rl', ' '] } : one),
    );
    await deleteEverything();
    await restore({ ...mine, papers }, now);
    expect(await listTags()).toEqual([{ key: 'rl', name: 'RL', count: 1 }]);
    expect((await recordOf('arxiv:1'))?.tagStamps).toMatchObject([{ key: 'rl' }]);
    const whole = await readContents();
    await restore({ ...mine, papers }, now + 1);
    expect(await readContents()).toEqual(whole);
  });
});
