import { afterEach, expect, test } from 'vitest';
import { soundUntil } from './harness/alarm';
import { allowed } from './harness/allowed';
import { launch } from './harness/launch';
import { sharedSite } from './harness/running';
import type { Session } from './harness/session';
import { extensionDir } from './harness/suite';
import { Probe } from './pages/probe';
import { Store } from './pages/store';
import { SyncSection } from './pages/sync-section';

interface Scope {
  showDirectoryPicker(): Promise<FileSystemDirectoryHandle>;
}

const closing: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function device(): Promise<Session> {
  const copy = await allowed(extensionDir('chromium'), [], ['offscreen']);
  closing.push(copy.dispose);
  const site = await sharedSite();
  const launched = await launch('chromium', { site, extensionDir: copy.extensionDir });
  closing.push(launched.dispose);
  return launched.session;
}

/** How many heads lie in the folder, and what they are. */
function heads(session: Session): Promise<string> {
  return session.inExtension(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await (await root.getDirectoryHandle('Dropbox')).getDirectoryHandle('h');
    const found: string[] = [];
    for await (const handle of folder.values()) {
      const file = await (handle as FileSystemFileHandle).getFile();
      found.push(`${file.name} ${file.size} ${file.lastModified}`);
    }
    return found.sort().join('\n');
  });
}

test('a list is kept in a folder of this computer, also when nobody looks', async () => {
  const session = await device();
  const probe = await Probe.open(session);
  await probe.save([{ id: 'arxiv:2603.00001', title: 'Sparse attention' }]);
  const section = await SyncSection.open(session);
  // Nobody is there who could choose one: a folder of the private file system is one as well.
  await section.page.evaluate(() => {
    (globalThis as unknown as Scope).showDirectoryPicker = async () =>
      (await navigator.storage.getDirectory()).getDirectoryHandle('Dropbox', { create: true });
  });
  await section.tryFolder();
  await section.says('“Dropbox” is chosen.');
  await section.press('Try it');
  await section.begin();
  const before = await heads(session);
  expect(before).toContain('-');

  await section.page.close();
  await probe.tag('arxiv:2603.00001', 'agents');
  await session.stopWorker();
  await soundUntil(session, 'sync', async () => (await heads(session)) !== before, {
    what: 'another head to be written',
  }).catch(async (error: Error) => {
    const state = await new Store(session).readLocally('sync');
    throw new Error(`${error.message}; it stands at ${JSON.stringify(state)}`);
  });
  expect(await session.problems()).toEqual([]);
});
