import { expect, it } from 'vitest';
import { type Contents, deleteEverything, readContents } from '../../../store/backup/contents';
import { planRestore } from '../../../store/backup/restore/plan';
import { restore } from '../../../store/backup/restore/write';
import { importPapers } from '../../../store/imports/write';
import { openPaper } from '../../../store/records/queries';
import { fileOf, papersIn } from '../../support/imports';
import { now } from '../../support/restore';
import { useFreshStore } from '../../support/store';

useFreshStore();

const names = Array.from({ length: 40 }, (_, at) => `Family${at}, Given`);
const entry = `@article{one, title = {One Sample}, author = {${names.join(' and ')}}, year = 2020, doi = {10.1000/one},
  annote = {Mine.}, keywords = {a}}`;

/** What stands in a file before a cut behind its papers. */
async function cutFile(): Promise<{ whole: Contents; cut: Contents }> {
  const chosen = (await papersIn(fileOf('a.bib', entry))).map((one) => ({ entry: one }));
  await importPapers(chosen, { takesFolders: true, bringsBack: false }, 1000);
  const whole = await readContents();
  return { whole, cut: { ...whole, details: [], notes: [] } };
}

const authorsHere = async () => (await openPaper('doi:10.1000/one')).details?.authors;

it('a file that is cut behind its papers takes nothing from those that are here', async () => {
  const { whole, cut } = await cutFile();
  expect((await planRestore(cut)).papers).toMatchObject({ unchanged: 1, changed: 0 });
  expect(await restore(cut, now)).toMatchObject({ changed: 0 });
  expect(await readContents()).toEqual(whole);
});

it('what it brought is filled in by the whole file', async () => {
  const { whole, cut } = await cutFile();
  await deleteEverything();
  expect(await restore(cut, now)).toMatchObject({ added: 1 });
  expect((await readContents()).papers).toMatchObject([{ title: 'One Sample', tags: ['a'] }]);
  await restore(whole, now + 1);
  expect(await authorsHere()).toEqual(names);
  expect((await readContents()).notes).toEqual(whole.notes);
});
