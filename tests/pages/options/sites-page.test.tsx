// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { wantSite } from '../../../lib/granted';
import { requiredHosts } from '../../../sites/hosts';
import { openOptions, useFreshPages } from '../../support/pages';

useFreshPages();

let origins: string[];
const remove = vi.fn(async ({ origins: gone }: { origins: string[] }) => {
  origins = origins.filter((origin) => !gone.includes(origin));
  return true;
});

beforeEach(async () => {
  await wantSite('https://openreview.net/*');
  origins = [...requiredHosts, 'https://openreview.net/*', 'http://127.0.0.1:23119/*'];
  Object.assign(fakeBrowser.permissions, { getAll: async () => ({ origins }), remove });
});

it('the sites that were granted are listed, and taken away one by one', async () => {
  const { reader } = await openOptions();
  await reader.press('Take Offprint away from openreview.net');
  expect(remove).toHaveBeenCalledWith({ origins: ['https://openreview.net/*'] });
  await reader.sees('On no other site.');
  expect(reader.words()).not.toContain('Take away');
});
