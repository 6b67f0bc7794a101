import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { grantedSites, wantSite } from '../../lib/granted';
import { noteSyncOrigins, returnSyncOrigins, syncOrigins } from '../../lib/sync-origin';

let origins: string[];

beforeEach(() => {
  fakeBrowser.reset();
  origins = ['https://huggingface.co/*', 'https://blog.example/*', 'https://cloud.example/*'];
  const remove = async ({ origins: gone }: { origins: string[] }) => {
    origins = origins.filter((origin) => !gone.includes(origin));
    return true;
  };
  Object.assign(fakeBrowser, { permissions: { getAll: async () => ({ origins }), remove } });
});

it('what is allowed for the storage is no site that Offprint comes to, and is given back', async () => {
  const required = ['https://huggingface.co/*'];
  await wantSite('https://blog.example/*');
  await noteSyncOrigins(['https://cloud.example/*']);
  expect(await grantedSites(required)).toEqual(['https://blog.example/*']);
  await returnSyncOrigins();
  expect(origins).toEqual(['https://huggingface.co/*', 'https://blog.example/*']);
  expect(await syncOrigins()).toEqual([]);
});

it('a damaged note is none', async () => {
  await fakeBrowser.storage.local.set({ syncOrigins: 7 });
  expect(await syncOrigins()).toEqual([]);
  vi.spyOn(fakeBrowser.permissions, 'remove');
  await returnSyncOrigins();
  expect(fakeBrowser.permissions.remove).not.toHaveBeenCalled();
});
