import { describe, expect, it } from 'vitest';
import { sliceSize } from '../../../store/actions/in-slices';
import { undoLast } from '../../../store/actions/undo';
import { readContents } from '../../../store/backup/contents';
import { connection } from '../../../store/database/connection';
import { binTime, emptyBin, purgeBin } from '../../../store/records/bin';
import { counts, openPaper, recordsOf, statesOnPage } from '../../../store/records/queries';
import { maintainSearch } from '../../../store/search/maintain';
import { decide, decideOnPage } from '../../../store/words/decide';
import { saveNote } from '../../../store/words/notes';
import { restoreNow } from '../../support/contents';
import { sightMany } from '../../support/library';
import { listDeleted, restore } from '../../support/paper-changes';
import { found } from '../../support/search';
import { paper, sightOn, useFreshStore } from '../../support/store';
import { setTags } from '../../support/tags';

useFreshStore();

const visit = { day: '2026-03-27', shows: 'digest', visitAt: 1000 } as const;
const day = 86_400_000;
const start = Date.UTC(2026, 2, 27);

async function binned(): Promise<void> {
  await sightOn(
    '2026-03-27',
    1000,
    paper('arxiv:1', { aliases: ['doi:10.1/x'] }),
    paper('arxiv:2'),
  );
  await decide(['arxiv:1', 'arxiv:2'], 'read', start);
  await setTags('arxiv:1', ['rl'], start + 1);
  await saveNote('arxiv:1', 'Table 4', 0, '—', start + 2);
  await decide(['arxiv:1'], 'deleted', start + 3);
}

describe('the bin', () => {
  it('lists what was deleted, the last first', async () => {
    await binned();
    await decide(['arxiv:2'], 'deleted', start + 4);
    const first = await listDeleted(1);
    expect(first.papers.map(({ id }) => id)).toEqual(['arxiv:2']);
    const rest = await listDeleted(1, first.next);
    expect(rest.papers.map(({ id }) => id)).toEqual(['arxiv:1']);
    expect((await counts()).deleted).toBe(2);
  });

  it('gives a paper back as it was, at its place, with an undo', async () => {
    await binned();
    expect(await restore(['arxiv:1', 'arxiv:2'], start + 9)).toMatchObject({ changed: 1 });
    expect(await recordsOf(['arxiv:1'])).toMatchObject([
      { state: 'read', savedAt: start, readAt: start, tags: ['rl'], hasNote: true },
    ]);
    expect(await undoLast(start + 10)).toMatchObject({ action: { kind: 'restored' } });
    expect((await counts()).deleted).toBe(1);
  });

  it('is purged after thirty days, and never early', async () => {
    await binned();
    const year = 365 * day;
    for (const now of [start + 4, start - year, 0, start + 3 + binTime - 1])
      expect(await purgeBin(now)).toBe(0);
    expect(await purgeBin(start + 3 + binTime)).toBe(1);
    expect(await purgeBin(start + 3 + binTime)).toBe(0);
    expect(await recordsOf(['arxiv:1', 'doi:10.1/x'])).toEqual([]);
    expect(await openPaper('arxiv:1')).toEqual({});
  });

  it('keeps its time when the clock goes back a year between saving and deleting', async () => {
    await sightMany(1);
    await decide(['arxiv:0'], 'unread', start);
    await decide(['arxiv:0'], 'deleted', start - 365 * day);
    expect(await purgeBin(start + day)).toBe(0);
    expect(await purgeBin(start + 1 + binTime)).toBe(1);
  });

  it('emptied leaves only that the papers were seen, whichever id they are met by', async () => {
    await binned();
    await maintainSearch(undefined, 0);
    await decide(['arxiv:2'], 'deleted', start + 4);
    expect(await emptyBin()).toBe(2);
    expect(await found('paper')).toEqual([]);
    expect(await (await connection()).count('tombstones')).toBe(2);
    const again = { day: '2026-04-27', shows: 'digest', visitAt: 5000 } as const;
    await sightOn('2026-04-27', 5000, paper('doi:10.1/x'), paper('arxiv:3'));
    expect(await statesOnPage(['doi:10.1/x', 'arxiv:3'])).toEqual({
      'doi:10.1/x': 'seen',
      'arxiv:3': 'new',
    });
    expect(await recordsOf(['doi:10.1/x'])).toMatchObject([{ firstSeenAt: 1000, tags: [] }]);
    await decideOnPage(paper('arxiv:2'), 'unread', again, 5100);
    expect(await recordsOf(['arxiv:2'])).toMatchObject([{ state: 'unread', firstSeenAt: 1000 }]);
    expect(await (await connection()).count('tombstones')).toBe(0);
  });

  it('emptied can be filled again from a backup', async () => {
    await binned();
    const contents = await readContents();
    await emptyBin();
    await restoreNow(contents);
    expect((await counts()).deleted).toBe(0);
    await restoreNow(contents, true);
    expect((await counts()).deleted).toBe(1);
    expect((await openPaper('arxiv:1')).note?.text).toBe('Table 4');
  });

  it('of many is emptied in slices, and may be stopped between two', async () => {
    const ids = await sightMany(2 * sliceSize + 1);
    await decide(ids, 'unread', start);
    await decide(ids, 'deleted', start);
    const stop = new AbortController();
    const seen: number[][] = [];
    const onProgress = (done: number, total: number) => {
      seen.push([done, total]);
      stop.abort();
    };
    expect(await emptyBin({ signal: stop.signal, onProgress })).toBe(sliceSize);
    expect(seen).toEqual([[sliceSize, 2 * sliceSize + 1]]);
    expect((await counts()).deleted).toBe(sliceSize + 1);
    expect(await emptyBin()).toBe(sliceSize + 1);
    expect(await counts()).toMatchObject({ deleted: 0, new: 0, unread: 0 });
  });

  it('does not take what was never saved', async () => {
    await decideOnPage(paper('arxiv:1'), 'unread', visit, 1100);
    await decideOnPage(paper('arxiv:1'), 'undecided', visit, 1200);
    expect((await counts()).deleted).toBe(0);
  });
});
