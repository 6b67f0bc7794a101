// @vitest-environment jsdom
import { waitFor } from '@testing-library/dom';
import { expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readOptions } from '../../../lib/options';
import { connection } from '../../../store/database/connection';
import { settle } from '../../../store/filling/queue';
import { saveLinks } from '../../support/filling';
import { openOptions, useFreshPages } from '../../support/pages';

useFreshPages();

const id = 'arxiv:2603.25001';
const box = (source: string) => `input[value="fill-${source}"]`;

it('says how many papers wait, who is asked, and has each of them switched off and on', async () => {
  await saveLinks('https://arxiv.org/abs/2603.25001', 'https://arxiv.org/abs/2603.25002');
  const { reader } = await openOptions();
  await waitFor(() =>
    expect(reader.page.textContent).toContain('2 papers are waiting for their titles.'),
  );
  await waitFor(() => expect(reader.part<HTMLInputElement>(box('crossref')).checked).toBe(true));
  await reader.user.click(reader.part(box('crossref')));
  await waitFor(async () => expect((await readOptions()).fillsNotFrom).toEqual(['crossref']));
  await waitFor(() => expect(reader.part<HTMLInputElement>(box('crossref')).checked).toBe(false));
  await reader.user.click(reader.part(box('crossref')));
  await waitFor(async () => expect((await readOptions()).fillsNotFrom).toEqual([]));
});

it('says where the browser lets nobody be asked', async () => {
  Object.assign(fakeBrowser.permissions, {
    contains: async ({ origins = [] }: { origins?: string[] }) =>
      origins.includes('https://huggingface.co/*'),
    request: async () => false,
  });
  const { reader } = await openOptions();
  await waitFor(() => expect(reader.part<HTMLInputElement>(box('huggingface')).checked).toBe(true));
  await reader.user.click(reader.part(box('arxiv')));
  await waitFor(() => expect(reader.page.textContent).toContain('does not let Offprint ask arXiv'));
  await waitFor(() => expect(reader.part<HTMLInputElement>(box('arxiv')).checked).toBe(false));
});

it('lists what is not looked up any more, with the reasons, and has it looked up again', async () => {
  await saveLinks('https://arxiv.org/abs/2603.25001');
  const why = [
    { source: 'huggingface', outcome: 'unknown' },
    { source: 'arxiv', outcome: 'failed' },
    { source: 'openalex', outcome: 'off' },
  ] as const;
  await settle([{ id, tries: 5, why }]);
  const { reader } = await openOptions();
  const row = () => reader.part(`[data-unfilled="${id}"]`);
  await waitFor(() =>
    expect(row().textContent).toContain('Hugging Face does not know it; arXiv could not be asked'),
  );
  await reader.press(`Look ${id} up again`);
  await waitFor(async () =>
    expect(await (await connection()).get('fillings', id)).toEqual({ id, due: 0, tries: 0 }),
  );
  await waitFor(() =>
    expect(reader.page.textContent).toContain('1 paper is waiting for its title'),
  );
});
