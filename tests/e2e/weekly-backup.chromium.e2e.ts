import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { soundUntil } from './harness/alarm';
import { allowed } from './harness/allowed';
import { launch } from './harness/launch';
import { sharedSite } from './harness/running';
import { extensionDir } from './harness/suite';
import { waitUntil } from './harness/wait';
import { Probe } from './pages/probe';

interface Scope {
  chrome: {
    storage: {
      local: {
        get(key: string): Promise<{ backups?: { downloads?: { hash?: string } } }>;
        set(values: object): Promise<void>;
      };
    };
    offscreen: { hasDocument(): Promise<boolean> };
  };
}

const closing: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of closing.toReversed()) await close();
});

test('a backup a week goes into the downloads folder, by way of a page that nobody sees', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-downloads-'));
  closing.push(() => rm(folder, { recursive: true, force: true }));
  const copy = await allowed(extensionDir('chromium'), [], ['downloads', 'offscreen']);
  closing.push(copy.dispose);
  const { session, dispose } = await launch('chromium', {
    site: await sharedSite(),
    extensionDir: copy.extensionDir,
  });
  closing.push(dispose);
  const devtools = await session.browser.target().createCDPSession();
  await devtools.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });

  const probe = await Probe.open(session);
  await probe.save([{ id: 'arxiv:2603.00001', title: 'Sparse attention' }], [['agents']]);
  await session.inExtension(async () => {
    const { chrome } = globalThis as unknown as Scope;
    await chrome.storage.local.set({ backups: { downloads: {} } });
  });
  const downloaded = () =>
    session.inExtension(async () => {
      const { chrome } = globalThis as unknown as Scope;
      return (await chrome.storage.local.get('backups')).backups?.downloads?.hash;
    });
  await soundUntil(session, 'backup', downloaded, {
    what: 'the backup to be in the downloads folder',
  });

  // The driver calls it by a name of its own.
  const inside = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = inside.filter((entry) => entry.isFile());
  expect(files).toHaveLength(1);
  const paths = files.map(({ parentPath, name }) => join(parentPath, name));
  const lines = gunzipSync(await readFile(paths[0] ?? ''))
    .toString()
    .trimEnd()
    .split('\n');
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ end: true });
  expect(lines.some((line) => line.includes('Sparse attention'))).toBe(true);
  const isOpen = () =>
    session.inExtension(() => (globalThis as unknown as Scope).chrome.offscreen.hasDocument());
  await waitUntil(async () => !(await isOpen()), { what: 'the hidden page to be closed' });
});
