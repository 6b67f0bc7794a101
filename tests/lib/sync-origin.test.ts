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
  const contains = async ({ origins: asked }: { origins: string[] }) =>
    asked.every((origin) => origins.includes(origin));
  Object.assign(fakeBrowser, {
    permissions: { getAll: async () => ({ origins }), contains, remove },
  });
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

it('a site that was refused is not wanted because its host becomes the storage', async () => {
  await wantSite('https://nas.example/*');
  await noteSyncOrigins(['https://nas.example/*']);
  origins.push('https://nas.example/*');
  expect(await grantedSites([])).toEqual([]);
});

it('of storages that were tried all are given back, but for a site that the reader wants', async () => {
  origins.push('https://nas.example/*');
  await wantSite('https://blog.example/*');
  for (const origin of [
    'https://cloud.example/*',
    'https://nas.example/*',
    'https://blog.example/*',
  ])
    await noteSyncOrigins([origin]);
  await returnSyncOrigins();
  expect(origins).toEqual(['https://huggingface.co/*', 'https://blog.example/*']);
});

it('a damaged note is none', async () => {
  await fakeBrowser.storage.local.set({ syncOrigins: 7 });
  expect(await syncOrigins()).toEqual([]);
  vi.spyOn(fakeBrowser.permissions, 'remove');
  await returnSyncOrigins();
  expect(fakeBrowser.permissions.remove).not.toHaveBeenCalled();
});
