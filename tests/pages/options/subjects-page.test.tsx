// @vitest-environment jsdom
import { waitFor } from '@testing-library/dom';
import { expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { writeFollowState } from '../../../lib/follow-state';
import { readOptions } from '../../../lib/options';
import { openOptions, useFreshPages } from '../../support/pages';

useFreshPages();

const subjects = async () => (await readOptions()).arxivSubjects;
const field = 'input[placeholder="cs.CL"]';

it('a subject of arXiv is followed, told of, and followed no longer', async () => {
  const { reader } = await openOptions();
  await reader.user.type(reader.part(field), ' cs.CL {Enter}');
  await waitFor(async () => expect(await subjects()).toEqual(['cs.CL']));
  expect(reader.part<HTMLInputElement>(field).value).toBe('');
  await writeFollowState({ day: '2026-08-12', askedAt: Date.now(), failures: 0 });
  await waitFor(() => expect(reader.page.textContent).toContain('known up to Wed 12 Aug'));
  await writeFollowState({ day: '2026-08-12', askedAt: Date.now(), failures: 1, problem: 'stale' });
  await waitFor(() => expect(reader.page.textContent).toContain('nothing announced yet today'));
  await reader.press('Stop following cs.CL');
  await waitFor(async () => expect(await subjects()).toEqual([]));
});

it('what is no subject, or what the browser refuses, is not followed and said so', async () => {
  const { reader } = await openOptions();
  await reader.user.type(reader.part(field), 'Language{Enter}');
  await waitFor(() => expect(reader.page.textContent).toContain('“Language” is no subject'));
  Object.assign(fakeBrowser.permissions, { request: async () => false });
  await reader.user.clear(reader.part(field));
  await reader.user.type(reader.part(field), 'cs.CL{Enter}');
  await waitFor(() => expect(reader.page.textContent).toContain('does not let Offprint ask arXiv'));
  expect(await subjects()).toEqual([]);
});
