// @vitest-environment jsdom
import { webcrypto } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { recordsOf } from '../../../store/records/queries';
import { decide } from '../../../store/words/decide';
import { DavStandIn } from '../../support/dav/server';
import { openOptions, useFreshPages } from '../../support/pages';
import type { Reader } from '../../support/reader';
import { morning, paper, sightOn } from '../../support/store';

useFreshPages();

let server: DavStandIn;

beforeEach(async () => {
  // That of jsdom has no subtle one.
  vi.stubGlobal('crypto', webcrypto);
  server = await new DavStandIn().start();
  server.account = { user: 'ada', password: 'pä55' };
  await sightOn('2026-03-27', morning + 1000, paper('arxiv:1'));
  await decide(['arxiv:1'], 'saved', morning + 1100);
});
afterEach(async () => {
  await server.stop();
  vi.unstubAllGlobals();
});

async function tryStorage(password = 'pä55'): Promise<Reader> {
  const { reader } = await openOptions();
  await reader.sees('Set up sync …');
  await reader.press('Set up sync …');
  await reader.fill('Address', server.origin);
  await reader.fill('User', 'ada');
  await reader.fill('App password', password);
  await reader.press('Try it');
  return reader;
}

describe('sync', () => {
  it('is set up with a code that is shown once, and says how it stands', async () => {
    const reader = await tryStorage();
    await reader.sees('No list is in this folder yet.');
    await reader.press('Begin with the list that is here');
    await reader.sees('Your code');
    await reader.press('I have kept the code', undefined, 'checkbox');
    await reader.press('Start');
    await reader.sees('Last synced');
    await reader.sees('Nothing waits.');
    await reader.press('What would happen now?');
    await reader.sees('Nothing: all devices have the same.');
    await reader.press('Leave …');
    await reader.press('Leave, and delete it there');
    await reader.sees('This device is not synced any more.');
  });

  it('deletes nothing where the storage is empty, and offers to write the list there again', async () => {
    const reader = await tryStorage();
    await reader.press('Begin with the list that is here');
    await reader.press('I have kept the code', undefined, 'checkbox');
    await reader.press('Start');
    await reader.sees('Last synced');
    server.tree.remove('/Offprint');
    await decide(['arxiv:1'], 'read', morning + 2000);
    await reader.sees('1 change waits.');
    await reader.press('Sync now');
    await reader.sees('The storage is empty where your list was. Nothing is changed here.');
    await reader.press('Write the list of this device there again');
    await reader.sees('Nothing waits.');
    await reader.seesNo('The storage is empty');
    expect((await recordsOf(['arxiv:1']))[0]).toMatchObject({ state: 'read' });
    expect(server.tree.isFolder('/Offprint/h')).toBe(true);
  });

  it('takes another password, when the storage refuses the one until now', async () => {
    const reader = await tryStorage();
    await reader.press('Begin with the list that is here');
    await reader.press('I have kept the code', undefined, 'checkbox');
    await reader.press('Start');
    await reader.sees('Last synced');
    server.account = { user: 'ada', password: 'fresh' };
    await decide(['arxiv:1'], 'read', morning + 2000);
    await reader.press('Sync now');
    await reader.sees('The storage refuses the user or the app password.');
    await reader.press('Change where …');
    await reader.fill('App password', 'fresh');
    await reader.press('Try it');
    await reader.press('Use it from now on');
    await reader.sees('Nothing waits.');
    await reader.seesNo('The storage refuses');
  });

  it('says what is wrong with a storage, and asks nothing that the browser does not allow', async () => {
    const reader = await tryStorage('wrong');
    await reader.sees('The storage refuses the user or the app password.');
    const before = server.requests.length;
    vi.spyOn(fakeBrowser.permissions, 'request').mockResolvedValue(false as never);
    await reader.press('Cancel');
    await reader.press('Try it');
    await reader.sees('Your browser was not allowed to ask this address');
    expect(server.requests).toHaveLength(before);
  });
});
