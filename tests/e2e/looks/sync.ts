import type { Page } from 'puppeteer-core';
import { click } from '../harness/page';
import type { Session } from '../harness/session';
import { waitUntil } from '../harness/wait';
import { OptionsPage } from '../pages/options-page';
import { Probe } from '../pages/probe';
import { Store } from '../pages/store';
import { type Look, pageSizes } from './look';

const long = `https://cloud.${'long-name-of-a-department'.repeat(3)}.example/remote.php/dav/files/ada.lovelace/`;
const hour = 3_600_000;

/** What a device that is synced knows of itself and the others. */
const synced = {
  profile: [
    ['sync', { name: 'Chrome, Linux', count: 3 }],
    ['account', { kind: 'webdav', address: long, folder: 'Offprint', user: 'ada', password: 'x' }],
  ],
  peers: [
    { device: '0a1b2c3d', name: 'Laptop', heardAt: Date.parse('2026-03-27T09:00Z') },
    { device: '1a1b2c3d', name: 'N'.repeat(60), heardAt: 0 },
  ],
} as const;

/** Writes it into the store, which is there already. */
async function keepSynced(session: Session): Promise<void> {
  await session.inExtension(async ({ profile, peers }) => {
    const opening = indexedDB.open('offprint');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const transaction = opening.result.transaction(['profile', 'peers'], 'readwrite');
    for (const [key, value] of profile) transaction.objectStore('profile').put(value, key);
    for (const peer of peers)
      transaction.objectStore('peers').put({ count: 1, at: 1, merged: 0, packs: [], ...peer });
    await new Promise((resolve) => transaction.addEventListener('complete', resolve));
    opening.result.close();
  }, synced);
}

/** How it goes, which the page follows. */
async function goes(page: Page, session: Session, state: object): Promise<void> {
  const now = Date.now();
  const sync = { since: 1, endedAt: now, succeededAt: now - 30 * hour, ...state };
  await new Store(session).keepLocally({ sync });
  await intoView(page);
}

/** Brings the section to the top of the window. */
async function intoView(page: Page): Promise<void> {
  await page.$eval('#sync', (title) => title.scrollIntoView());
}

/** Presses what has the name, and brings the section back into view. */
async function press(page: Page, name: string): Promise<void> {
  await new OptionsPage(page).press(name);
  await intoView(page);
}

const says = (page: Page, words: string) => new OptionsPage(page).says(words);

export const syncLooks: readonly Look[] = [
  {
    name: 'sync, setting up',
    page: 'options.html',
    sizes: pageSizes,
    readBy: 'both',
    seed: async ({ session }) => {
      const probe = await Probe.open(session);
      await probe.save([{ id: 'arxiv:2603.00001', title: 'Sparse attention' }]);
    },
    states: {
      closed: async (page) => {
        await says(page, 'Set up sync …');
        await intoView(page);
      },
      webdav: async (page) => {
        await press(page, 'Set up sync');
        await click(page, '#sync-address');
        await page.keyboard.type(long);
      },
      bucket: async (page) => {
        await click(page, 'input[value="s3"]');
        await waitUntil(() => page.$('#sync-bucket'), { what: 'the fields of a bucket' });
        await intoView(page);
      },
      folder: async (page) => {
        await click(page, 'input[value="folder"]');
        await waitUntil(async () => !(await page.$('#sync-bucket')), { what: 'other fields' });
        await intoView(page);
      },
    },
  },
  {
    name: 'sync, running',
    page: 'options.html',
    sizes: pageSizes,
    readBy: 'both',
    seed: async ({ session }) => {
      const probe = await Probe.open(session);
      await probe.save([{ id: 'arxiv:2603.00001', title: 'Sparse attention' }]);
      await keepSynced(session);
    },
    states: {
      'in step': async (page, session) => {
        await goes(page, session, { succeededAt: Date.now() });
        await says(page, 'Last synced');
        await intoView(page);
      },
      'first sync': async (page, session) => {
        const progress = { of: 'papers', done: 4000, total: 20_000 };
        await goes(page, session, { succeededAt: undefined, progress });
        await says(page, 'Titles and abstracts of');
      },
      'with an error': async (page, session) => {
        const problem = { code: 'redirected', detail: `${long}elsewhere/` };
        await goes(page, session, { problem, retryAt: Date.now() + hour });
        await says(page, 'The storage sends on to another address');
      },
      'not allowed any more': async (page, session) => {
        await goes(page, session, { problem: { code: 'noPermission' } });
        await says(page, 'Allow again');
      },
      'another code': async (page, session) => {
        await goes(page, session, { problem: { code: 'needsCode' } });
        await says(page, 'Give the new one.');
      },
      'changing the code': async (page, session) => {
        await goes(page, session, { succeededAt: Date.now() });
        await press(page, 'Change the code');
        await says(page, 'The code until now');
      },
      leaving: async (page) => {
        await press(page, 'Leave');
        await says(page, 'Leave, and delete it there');
      },
    },
  },
];
