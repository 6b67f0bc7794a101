import { expect, it } from 'vitest';
import { versionNews } from '../../../papers/same/version-news';
import { changeMany } from '../../../store/actions/change';
import { undoLast } from '../../../store/actions/undo';
import { deleteEverything, readContents } from '../../../store/backup/contents';
import { recordsOf } from '../../../store/records/queries';
import { recordSighting } from '../../../store/records/sightings';
import { decide } from '../../../store/words/decide';
import { restoreNow } from '../../support/contents';
import { paper, useFreshStore } from '../../support/store';

useFreshStore();

const id = 'arxiv:2501.00001';

const sees = (version: number, visitAt: number, source?: 'link' | 'card') =>
  recordSighting({
    digest: `arxiv:abs:2501.00001`,
    shows: 'paper',
    visitAt,
    papers: [paper(id, { version, title: `Title of v${version}`, ...(source ? { source } : {}) })],
  });

async function record() {
  const [found] = await recordsOf([id]);
  if (!found) throw new Error('no paper');
  return found;
}

const news = async () => versionNews(await record());

it('tells of a version that came after the paper was saved, whoever shows it; an address may name any', async () => {
  await sees(1, 1000);
  await decide([id], 'unread', 1100);
  expect(await record()).toMatchObject({ version: 1, savedVersion: 1 });
  expect(await news()).toBeUndefined();
  await sees(99, 2000, 'link');
  expect(await news()).toBeUndefined();
  await sees(3, 2100, 'card');
  expect(await news()).toEqual({ from: 1, to: 3 });
  expect(await record()).toMatchObject({ title: 'Title of v1' });
});

it('stays with the newest one when an older one is looked at again', async () => {
  await sees(3, 1000);
  await decide([id], 'unread', 1100);
  await sees(1, 2000);
  expect(await record()).toMatchObject({ version: 3, title: 'Title of v3' });
  expect(await news()).toBeUndefined();
});

it('is silent once the reader knows, until that is undone or a newer one comes', async () => {
  await sees(1, 1000);
  await decide([id], 'unread', 1100);
  await sees(2, 2000);
  await changeMany([id], { kind: 'version' }, 2100);
  expect(await news()).toBeUndefined();
  expect((await undoLast(2200))?.action.kind).toBe('versionKnown');
  expect(await news()).toEqual({ from: 1, to: 2 });
  await changeMany([id], { kind: 'version' }, 2300);
  await sees(3, 2400);
  expect(await news()).toEqual({ from: 2, to: 3 });
});

it('counts from the saving that stands', async () => {
  await sees(1, 1000);
  await decide([id], 'unread', 1100);
  await decide([id], 'undecided', 1200);
  await sees(2, 2000);
  await decide([id], 'unread', 2100);
  expect(await record()).toMatchObject({ savedVersion: 2 });
  await undoLast(2200);
  expect(await record()).toMatchObject({ savedVersion: 1 });
});

it('is in a backup', async () => {
  await sees(1, 1000);
  await decide([id], 'unread', 1100);
  await sees(2, 2000);
  const contents = await readContents();
  await deleteEverything();
  await restoreNow(contents);
  expect(await news()).toEqual({ from: 1, to: 2 });
});
