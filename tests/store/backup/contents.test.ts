import { describe, expect, it } from 'vitest';
import { deleteEverything, readContents } from '../../../store/backup/contents';
import { keepDeckSession, readDeckSession } from '../../../store/deck/kept-session';
import { listSmartLists } from '../../../store/lists/read';
import { saveSmartList } from '../../../store/lists/write';
import { counts, listTags, openPaper, recordsOf } from '../../../store/records/queries';
import { decide, decideOnPage, star } from '../../../store/words/decide';
import { saveNote } from '../../../store/words/notes';
import { markOpened } from '../../../store/words/opened';
import { recolourTag } from '../../../store/words/tags';
import { exportJson } from '../../support/backup-version-2';
import { restoreNow } from '../../support/contents';
import { queue, snooze } from '../../support/paper-changes';
import { paper, sightOn, useFreshStore } from '../../support/store';
import { setTags } from '../../support/tags';

useFreshStore();

const visit = { day: '2026-03-27', shows: 'digest', visitAt: 1000 } as const;

async function fill(): Promise<void> {
  await sightOn('2026-03-27', 1000, paper('arxiv:1'), paper('arxiv:2'), paper('arxiv:3'));
  await decide(['arxiv:1'], 'unread', 1100);
  await decide(['arxiv:2'], 'dismissed', 1100);
  await setTags('arxiv:1', ['agents'], 1200);
  await saveNote('arxiv:1', 'Table 4', 0, '—', 1300);
}

describe('a backup', () => {
  it('restored after everything was deleted brings everything back', async () => {
    await fill();
    const contents = await readContents();
    await deleteEverything();
    const left = Object.values(await readContents());
    expect(left).toEqual([[], [], [], [], [], [], [], [], []]);
    expect(await counts()).toMatchObject({ unread: 0, new: 0 });
    expect(await restoreNow(contents)).toBe(3);
    expect(await readContents()).toEqual(contents);
    expect(await listTags()).toMatchObject([{ key: 'agents', count: 1 }]);
  });

  it('of version 0.2, which says no time of seeing, knows what was seen', async () => {
    await sightOn('2026-03-27', 1000, paper('arxiv:1'), paper('arxiv:2'));
    const contents = await readContents();
    const papers = contents.papers.map((one) => ({ ...one, state: 'seen' as const }));
    await deleteEverything();
    await sightOn('2026-03-27', 2000, paper('arxiv:1'));
    await restoreNow({ ...contents, papers });
    expect(await recordsOf(['arxiv:1', 'arxiv:2'])).toMatchObject([
      { state: 'seen', seenAt: 1000 },
      { state: 'seen', seenAt: 1000 },
    ]);
  });

  it('of some papers holds all of theirs and nothing else', async () => {
    await fill();
    const all = await readContents();
    const some = await readContents(['arxiv:1', 'arxiv:9', 'arxiv:1']);
    const theirs = { papers: 1, notes: 1 };
    expect(some.papers).toEqual(all.papers.filter(({ id }) => id === 'arxiv:1'));
    expect(some.notes).toEqual(all.notes);
    expect(JSON.parse(exportJson(some, '1', '2026')).counts).toEqual(theirs);
    expect(Object.values(await readContents([])).flat()).toEqual([]);
  });

  it('restored twice changes nothing the second time', async () => {
    await fill();
    const contents = await readContents();
    expect(await restoreNow(contents)).toBe(0);
    expect(await readContents()).toEqual(contents);
  });

  it('restored under an open note loses neither text', async () => {
    await fill();
    const contents = await readContents();
    await deleteEverything();
    await sightOn('2026-03-27', 1000, paper('arxiv:1'));
    await saveNote('arxiv:1', 'Rewritten', 0, '—', 1400);
    await restoreNow(contents);
    const result = await saveNote('arxiv:1', 'Rewritten, and on', 1400, '—', 1500);
    expect(result?.text).toContain('Table 4');
    expect(result?.text).toContain('Rewritten, and on');
  });

  it('brings back no note that was rewritten or deleted since', async () => {
    await fill();
    await saveNote('arxiv:3', 'For Friday', 0, '—', 1300);
    const contents = await readContents();
    await saveNote('arxiv:1', 'Another thought', 1300, '—', 5100);
    await saveNote('arxiv:3', '', 1300, '—', 5100);
    await restoreNow(contents);
    expect((await openPaper('arxiv:1')).note?.text).toBe('Another thought');
    expect(await recordsOf(['arxiv:3'])).toMatchObject([{ hasNote: false }]);
  });

  it('merges: the later word stands, an un-saved one too', async () => {
    await fill();
    const contents = await readContents();
    await decide(['arxiv:1'], 'read', 5000);
    await decide(['arxiv:2'], 'undecided', 900);
    await decideOnPage(paper('arxiv:4'), 'unread', visit, 5200);
    await restoreNow(contents);
    expect(await recordsOf(['arxiv:1', 'arxiv:2', 'arxiv:4'])).toMatchObject([
      { state: 'read' },
      { state: 'new' },
      { state: 'unread' },
    ]);
  });

  it('carries smart lists and hues, of which those that are here stand', async () => {
    await fill();
    const list = { id: 'a', name: 'Mine', icon: 'star', query: 'x', order: '', isPinned: true };
    await saveSmartList(list, 1500);
    await recolourTag('agents', 30, 2450);
    const contents = await readContents();
    await deleteEverything();
    await restoreNow(contents);
    expect(await readContents()).toEqual(contents);
    await saveSmartList({ ...list, name: 'Renamed' }, 1500);
    await recolourTag('agents', 90, 2450);
    await restoreNow(contents);
    expect(await listSmartLists()).toMatchObject([{ name: 'Renamed' }]);
    expect(await listTags()).toMatchObject([{ key: 'agents', count: 1, hue: 90 }]);
  });

  it('merges every field of the reader by its own age', async () => {
    await sightOn('2026-03-27', 1000, paper('arxiv:1'));
    await decide(['arxiv:1'], 'read', 1100);
    await queue(['arxiv:1'], 1200);
    await markOpened('arxiv:1', 1300, { startsReading: false });
    await markOpened('arxiv:1', 1400, { startsReading: false });
    const contents = await readContents();
    await deleteEverything();
    await sightOn('2026-03-27', 1000, paper('arxiv:1'));
    await snooze(['arxiv:1'], 9000, 1050);
    await star(['arxiv:1'], true, 1060);
    await markOpened('arxiv:1', 1500, { startsReading: false });
    await restoreNow(contents);
    const [record] = await recordsOf(['arxiv:1']);
    expect(record).toMatchObject({
      state: 'read',
      readAt: 1100,
      queueAt: 1,
      starred: true,
      openedAt: 1500,
      openedCount: 2,
      stamps: {
        standing: { at: 1100 },
        queue: { at: 1200 },
        starred: { at: 1060 },
        openings: { at: 1500 },
      },
    });
    expect(record).not.toHaveProperty('snoozedUntil');
  });
});

describe('deleting everything', () => {
  it('forgets how far the deck has come', async () => {
    const session = { ids: ['arxiv:1'], startedAt: 1, since: 0, scope: {}, withMuted: false };
    await keepDeckSession(session);
    await deleteEverything();
    expect(await readDeckSession()).toBeUndefined();
  });
});
