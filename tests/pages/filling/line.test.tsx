// @vitest-environment jsdom
import { waitFor } from '@testing-library/dom';
import { expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readOptions, writeOptions } from '../../../lib/options';
import { connection } from '../../../store/database/connection';
import { noteSaid, settle } from '../../../store/filling/queue';
import { saveLinks } from '../../support/filling';
import { openLibrary, openPopup, useFreshPages } from '../../support/pages';
import { paper, sightOn } from '../../support/store';

useFreshPages();

const id = 'arxiv:2603.25001';
const link = 'https://arxiv.org/abs/2603.25001';
const row = async () => (await connection()).get('fillings', id);
const off = (...sources: readonly ('arxiv' | 'openalex')[]) =>
  sources.map((source) => ({ source, outcome: 'off' }) as const);

async function open() {
  const { reader } = await openLibrary(`?paper=${encodeURIComponent(id)}`);
  await waitFor(() => reader.part('.filling'));
  return reader;
}

it('a paper without a title says in the library that it is looked up, until it is known', async () => {
  await saveLinks(link);
  const reader = await open();
  expect(reader.part('.filling').textContent).toBe('Its title and authors are being looked up.');
  await noteSaid('huggingface', [{ id, outcome: 'told', paper: paper(id) }], 2000);
  await waitFor(() => expect(reader.page.querySelector('.filling')).toBeNull());
  await waitFor(() => expect(reader.part('#pane-title').textContent).toBe(`Paper ${id}`));
});

it('says so in the popup, too', async () => {
  await saveLinks(link);
  const { reader, parts } = await openPopup();
  await parts.list.toggle(id);
  await waitFor(() =>
    expect(reader.part('.filling').textContent).toBe('Its title and authors are being looked up.'),
  );
});

it('says why it was not found after the last try, and tries anew on a click', async () => {
  await saveLinks(link);
  const why = [
    { source: 'huggingface', outcome: 'unknown' },
    { source: 'arxiv', outcome: 'other' },
  ] as const;
  await settle([{ id, tries: 5, why }]);
  const reader = await open();
  expect(reader.part('.filling').textContent).toContain(
    'were not found, and are not looked up any more. Hugging Face does not know it; arXiv answered for another paper.',
  );
  await reader.press('Look it up again');
  await waitFor(async () => expect(await row()).toEqual({ id, due: 0, tries: 0 }));
  await waitFor(() =>
    expect(reader.part('.filling').textContent).toBe('Its title and authors are being looked up.'),
  );
});

it('keeps the focus where the button that was pressed is gone', async () => {
  await saveLinks(link);
  await settle([{ id, tries: 5, why: [{ source: 'huggingface', outcome: 'unknown' }] }]);
  const reader = await open();
  const button = reader.part('.filling [data-action="fill"]');
  button.focus();
  button.click();
  await waitFor(() => expect(button.isConnected).toBe(false));
  await waitFor(() => expect(document.activeElement).toBe(reader.part('.filling')));
});

it('has the reader let a source be asked that it waits for', async () => {
  await writeOptions({ fillsNotFrom: ['openalex'] });
  await saveLinks(link);
  await settle([{ id, tries: 0, why: off('arxiv', 'openalex') }]);
  const asked: unknown[] = [];
  let isGiven = false;
  Object.assign(fakeBrowser.permissions, {
    request: async (wanted: unknown) => {
      asked.push(wanted);
      return isGiven;
    },
  });
  const reader = await open();
  expect(reader.part('.filling').textContent).toContain(
    'can be looked up when you let Offprint ask one of these: arXiv, OpenAlex.',
  );
  await reader.press('Ask arXiv');
  await waitFor(() =>
    expect(reader.part('.filling').textContent).toContain('does not let Offprint ask arXiv'),
  );
  expect(await row()).not.toHaveProperty('due');
  isGiven = true;
  await reader.press('Ask OpenAlex');
  await waitFor(async () => expect(await row()).toMatchObject({ due: 0 }));
  expect((await readOptions()).fillsNotFrom).toEqual([]);
  expect(asked).toEqual([
    { origins: ['https://export.arxiv.org/*'] },
    { origins: ['https://api.openalex.org/*'] },
  ]);
});

it('is not there for papers of which enough is known', async () => {
  await sightOn('2026-03-27', 1000, paper(id));
  const { decide } = await import('../../../store/words/decide');
  await decide([id], 'unread', 2000);
  const { reader } = await openLibrary(`?paper=${encodeURIComponent(id)}`);
  await waitFor(() => reader.part('#pane-title'));
  expect(reader.page.querySelector('.filling')).toBeNull();
});
