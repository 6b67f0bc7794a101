// @vitest-environment jsdom
import { waitFor } from '@testing-library/dom';
import { beforeEach, describe, expect, it } from 'vitest';
import { readOptions } from '../../../lib/options';
import { dayLength } from '../../../papers/record';
import { saveSmartList } from '../../../store/lists/write';
import { counts, openPaper, recordsOf } from '../../../store/records/queries';
import { age } from '../../../store/upkeep/growth';
import { decide } from '../../../store/words/decide';
import { saveNote } from '../../../store/words/notes';
import { caughtFiles } from '../../support/jsdom';
import { openOptions, useFreshPages } from '../../support/pages';
import type { Reader } from '../../support/reader';
import { morning, paper, sightOn } from '../../support/store';
import { setTags } from '../../support/tags';

useFreshPages();

/** Opened once everything is read. */
async function open(): Promise<Reader> {
  const { reader } = await openOptions();
  await reader.sees('saved');
  return reader;
}

const choose = (reader: Reader, name: string) => reader.press(name, undefined, 'radio');
const toggle = (reader: Reader, name: string) => reader.press(name, undefined, 'checkbox');
const isChosen = (reader: Reader, name: string) =>
  reader.in().getByLabelText<HTMLInputElement>(name).checked;

describe('what the reader chooses', () => {
  it('is kept and shown when the page is opened again', async () => {
    const reader = await open();
    await toggle(reader, 'Ask nothing at night');
    await choose(reader, 'All papers of a page that I opened');
    const until = await reader.in().findByLabelText('Ask nothing until');
    await reader.user.selectOptions(until, '6');
    await waitFor(async () =>
      expect(await readOptions()).toMatchObject({ seenWhen: 'page', quietHours: [22, 6] }),
    );
    const again = await open();
    await waitFor(() => expect(isChosen(again, 'All papers of a page that I opened')).toBe(true));
    const hour = (name: string) => again.in().getByLabelText<HTMLSelectElement>(name).value;
    expect(hour('Ask nothing from')).toBe('22');
    expect(hour('Ask nothing until')).toBe('6');
  });

  it('is told what is asked, and turns the asking off with all that belongs to it', async () => {
    const reader = await open();
    await reader.sees('https://huggingface.co/api/daily_papers?date=');
    await reader.sees('Ask nothing at night');
    await toggle(reader, 'Look for new papers');
    await reader.seesNo('Ask nothing at night');
    expect((await readOptions()).polls).toBe(false);
  });

  it('may be a smart list for the badge, which is named among the choices', async () => {
    const list = { name: 'My two', icon: 'list', query: 'is:unread', order: 'best' };
    await saveSmartList({ ...list, id: 'mine', isPinned: true }, 1500);
    const reader = await open();
    await choose(reader, 'Papers in “My two”');
    await waitFor(async () => expect((await readOptions()).badge).toBe('list:mine'));
    const again = await open();
    await waitFor(() => expect(isChosen(again, 'Papers in “My two”')).toBe(true));
  });

  it('is which page kinds get controls, each by itself', async () => {
    const reader = await open();
    await toggle(reader, 'Daily Papers');
    await toggle(reader, 'The page of a paper on arXiv');
    const without = async () => (await readOptions()).withoutControls;
    await waitFor(async () => expect(await without()).toEqual(['huggingface/day', 'arxiv/abs']));
    await toggle(reader, 'Daily Papers');
    await waitFor(async () => expect(await without()).toEqual(['arxiv/abs']));
  });
});

describe('everything there is', () => {
  beforeEach(async () => {
    await sightOn(
      '2026-03-27',
      morning + 1000,
      paper('arxiv:1'),
      paper('arxiv:2'),
      paper('arxiv:3'),
    );
    await decide(['arxiv:1'], 'unread', morning + 1100);
    await setTags('arxiv:1', ['agents'], morning + 1200);
    await saveNote('arxiv:1', 'Table 4', 0, '—', morning + 1300);
  });

  const confirm = (reader: Reader, number: string) =>
    reader.fill(/^Delete everything for good/, number);
  const isDeletable = (reader: Reader) =>
    !reader.in().getByRole<HTMLButtonElement>('button', { name: 'Delete everything' }).disabled;
  const give = (reader: Reader, content: string) =>
    reader.user.upload(
      reader.in().getByLabelText('Restore from a file …'),
      new File([content], 'offprint.json', { type: 'application/json' }),
    );

  it('is downloaded, deleted and restored', async () => {
    const files = caughtFiles();
    const reader = await open();
    await reader.sees('1 paper is saved.');
    await reader.press('Download everything');
    await waitFor(() =>
      expect(files.names).toEqual([expect.stringMatching(/^offprint-.*\.jsonl\.gz$/)]),
    );
    const [file = ''] = await files.texts();

    await confirm(reader, '2');
    expect(isDeletable(reader)).toBe(false);
    await confirm(reader, '3');
    expect(isDeletable(reader)).toBe(true);
    await reader.press('Delete everything');
    await waitFor(async () => expect((await counts()).unread).toBe(0));
    expect(await recordsOf(['arxiv:1'])).toEqual([]);
    // The browser has not freed it yet: jsdom’s always counts 2 MB.
    await reader.sees('Your browser still counts about 2.0 MB, and frees that later by itself.');
    await reader.seesNo('0 are kept');
    await reader.seesNo('take about');

    await give(reader, file);
    await reader.sees('3 papers');
    expect(await recordsOf(['arxiv:1'])).toEqual([]);
    await reader.press('Restore');
    await waitFor(async () =>
      expect(await recordsOf(['arxiv:1', 'arxiv:2'])).toMatchObject([
        { state: 'unread', tags: ['agents'] },
        { state: 'new' },
      ]),
    );
    expect((await openPaper('arxiv:1')).note?.text).toBe('Table 4');
  });

  it('is not touched by a damaged file, nor by one that the reader thinks better of', async () => {
    const files = caughtFiles();
    const reader = await open();
    await reader.press('Download everything');
    await waitFor(() => expect(files.names).toHaveLength(1));
    const [file = ''] = await files.texts();
    await decide(['arxiv:1'], 'read', morning + 2000);
    await give(reader, `?${file}`);
    await reader.sees('This file was not restored');
    await give(reader, file.slice(0, -20));
    await reader.sees('The file is cut off.');
    await reader.press('Cancel');
    await give(reader, file);
    await reader.press('Cancel');
    await reader.seesNo('This file holds');
    expect(await recordsOf(['arxiv:1'])).toMatchObject([{ state: 'read' }]);
  });

  it('says first what a file would do, names what is damaged, and takes a restore back', async () => {
    const files = caughtFiles();
    const reader = await open();
    await reader.press('Download everything');
    await waitFor(() => expect(files.names).toHaveLength(1));
    const [file = ''] = await files.texts();
    await decide(['arxiv:1'], 'deleted', morning + 2000);
    await give(reader, file.replace('"id":"arxiv:3"', '"id":3'));
    await reader.sees('The file is not as Offprint wrote it');
    await reader.sees('This file holds 2 papers');
    await reader.sees('1 paper was deleted, or taken off your list, since.');
    await reader.sees('1 paper is here just so.');
    await reader.sees('1 entry is damaged and is left out');
    await reader.sees('Paper arxiv:3 — at “papers 3 id”');
    expect(isChosen(reader, 'Leave them deleted')).toBe(true);
    await choose(reader, 'Bring them back');
    await reader.press('Restore');
    await reader.sees('The file added 0 papers and changed 1 other paper.');
    expect(await recordsOf(['arxiv:1'])).toMatchObject([{ state: 'unread', tags: ['agents'] }]);
    await reader.press('Undo');
    await reader.sees('1 paper is as it was before the file');
    expect(await recordsOf(['arxiv:1'])).toMatchObject([{ state: 'deleted' }]);
  });
});

describe('the backups that are kept', () => {
  beforeEach(async () => {
    await sightOn('2026-03-27', morning + 1000, paper('arxiv:1'));
    await decide(['arxiv:1'], 'unread', morning + 1100);
  });

  it('bring back what was there, after a backup of now', async () => {
    const reader = await open();
    await reader.sees('No backup yet');
    await reader.press('Back up now');
    await reader.sees('Offprint made a backup just now.');
    await reader.press('Back up now');
    await reader.sees('Nothing has changed since the last backup.');
    await decide(['arxiv:1'], 'deleted', morning + 2000);
    await reader.sees('1 backup is kept');
    await reader.press('Restore …');
    await reader.sees('This file holds 1 paper');
    await choose(reader, 'Bring them back');
    await reader.press('Restore');
    await reader.sees('The file added 0 papers and changed 1 other paper.');
    expect(await recordsOf(['arxiv:1'])).toMatchObject([{ state: 'unread' }]);
    await reader.sees('2 backups are kept');
  });

  it('go with everything else', async () => {
    const reader = await open();
    await reader.press('Back up now');
    await reader.sees('1 backup is kept');
    await reader.fill(/^Delete everything for good/, '1');
    await reader.press('Delete everything');
    await reader.sees('No backup yet');
  });
});

describe('what is kept', () => {
  it('is counted, muted papers included, and weighed by what the browser estimates', async () => {
    const came = Date.parse('2026-03-02T09:00:00Z');
    const ids = ['1', '2', '3', '4', '5'];
    await sightOn('2026-03-02', came, ...ids.map((id) => paper(`arxiv:${id}`)));
    await decide(['arxiv:1'], 'saved', came);
    await decide(['arxiv:2'], 'dismissed', came);
    await age(came + 31 * dayLength, false);
    await age(came + 92 * dayLength, false);
    await sightOn('2026-06-03', came + 93 * dayLength, paper('arxiv:4'), paper('arxiv:6'));
    const reader = await open();
    const kept = () =>
      [...reader.page.querySelectorAll('.kept > div')].map((row) =>
        [...row.children].map((part) => part.textContent),
      );
    await waitFor(() =>
      expect(kept()).toEqual([
        ['Saved', '1'],
        ['New and seen', '1'],
        ['Missed: not seen within 30 days, or of a day before those', '1'],
        ['Dismissed, and in the bin', '1'],
        ['Title and dates alone', '2'],
      ]),
    );
    await reader.sees('Your browser estimates that everything together takes about');
  });

  it('is everything, where the reader chooses so', async () => {
    const reader = await open();
    expect((await readOptions()).keepsAll).toBe(false);
    await toggle(reader, 'Keep everything');
    await waitFor(async () => expect((await readOptions()).keepsAll).toBe(true));
    const again = await open();
    await waitFor(() => expect(isChosen(again, 'Keep everything')).toBe(true));
  });
});
