// @vitest-environment jsdom
import { webcrypto } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dateAndTime } from '../../../lib/text';
import { recordsOf } from '../../../store/records/queries';
import { decide } from '../../../store/words/decide';
import { saveNote } from '../../../store/words/notes';
import { WebdavRemote } from '../../../sync/remotes/webdav';
import { changedVault } from '../../../sync/set-up';
import { readCode } from '../../../sync/vault/code';
import { DavStandIn } from '../../support/dav/server';
import { useFreshPages } from '../../support/pages';
import type { Reader } from '../../support/reader';
import { morning, paper, sightOn } from '../../support/store';
import type { Device } from '../../support/sync/device';
import { elsewhere } from '../../support/sync/elsewhere';
import { begin, openForm } from '../../support/sync/section';

useFreshPages();

const ids = ['arxiv:1', 'arxiv:2', 'arxiv:3', 'arxiv:4', 'arxiv:5'];
const now = Date.parse('2026-03-27T12:00Z');
const account = { user: 'ada', password: 'pä55' };
let server: DavStandIn;

beforeEach(async () => {
  // That of jsdom has no subtle one.
  vi.stubGlobal('crypto', webcrypto);
  server = await new DavStandIn().start();
  server.account = account;
  await sightOn(
    '2026-03-27',
    morning + 1000,
    ...ids.map((id) => paper(id, { title: `Title of ${id}` })),
  );
  await decide(ids, 'saved', morning + 1100);
  await saveNote('arxiv:1', 'See Table 3', 0, '—', morning + 1200);
});
afterEach(async () => {
  await server.stop();
  vi.unstubAllGlobals();
});

/** The page in sync, and another device that is. */
async function both(): Promise<{ reader: Reader; laptop: Device; code: string }> {
  const reader = await openForm();
  await reader.fill('Address', server.origin);
  await reader.fill('User', account.user);
  await reader.fill('App password', account.password);
  await reader.press('Try it');
  const code = await begin(reader);
  const remote = new WebdavRemote({ address: server.origin, folder: 'Offprint', ...account });
  return { reader, code, laptop: await elsewhere(remote, { code, name: 'Laptop', now }) };
}

const statesHere = async () => (await recordsOf(ids)).map(({ state }) => state);

/** Both, where the laptop has taken four of five away. */
async function stopped() {
  const { reader, laptop } = await both();
  for (const id of ids.slice(0, 4)) laptop.stand(id, 'dismissed');
  await laptop.round();
  await reader.press('Sync now');
  await reader.sees('Much would go, so nothing was changed.');
  expect(await statesHere()).toEqual(ids.map(() => 'unread'));
  return { reader, laptop };
}

it('keeps the focus of who goes on with the keyboard, as controls come and go', async () => {
  const { reader } = await both();
  const now = reader.in().getByRole('button', { name: 'Sync now' });
  now.focus();
  await reader.keys('{Enter}');
  await reader.sees('Last synced');
  await vi.waitFor(() => expect(document.activeElement).toBe(now));
  await reader.press('Change where …');
  await vi.waitFor(() => expect(document.activeElement?.className).toBe('sync-part'));
  await reader.keys('{Tab}');
  expect(document.activeElement).toHaveProperty('name', 'sync-kind');
});

describe('where much would go', () => {
  it('says what, who said so and when, and keeps what is here where the reader wants that', async () => {
    const { reader, laptop } = await stopped();
    await reader.sees('4 papers would leave the list.');
    await reader.sees(`“Laptop” said so on ${dateAndTime(now)}.`);
    for (const id of ids.slice(0, 4)) await reader.sees(`Title of ${id}`);
    await reader.press('Keep what is here');
    await reader.seesNo('Much would go');
    expect(await statesHere()).toEqual(ids.map(() => 'unread'));
    laptop.world.now += 1000;
    expect(await laptop.round()).toMatchObject({ kind: 'done' });
    for (const id of ids) expect(laptop.said(id).words.standing?.value.state).toBe('unread');
  });

  it('lets it go where the reader says so', async () => {
    const { reader } = await stopped();
    await reader.press('Let them go');
    await reader.seesNo('Much would go');
    expect(await statesHere()).toEqual([...Array(4).fill('dismissed'), 'unread']);
  });

  it('waits where the reader wants to decide later, and shows it again, also without being synced', async () => {
    const { reader } = await stopped();
    await reader.press('Decide later');
    await reader.seesNo('4 papers would leave');
    await reader.press('Look at what would go');
    await reader.sees('4 papers would leave the list.');
    expect(await statesHere()).toEqual(ids.map(() => 'unread'));
    await reader.press('Decide later');
    await reader.press('What would happen now?');
    await reader.sees('4 papers would leave the list.');
  });
});

describe('the code', () => {
  it('is changed with the key of a lost device, is shown once, and is asked for on the others', async () => {
    const { reader, laptop, code } = await both();
    await reader.press('Change the code …');
    await reader.press('A device was lost: lock it out of what comes', undefined, 'checkbox');
    await reader.fill('The code until now', code);
    await reader.press('Make a new code');
    await reader.sees('It is shown this once.');
    const fresh = reader.words('output.code');
    expect(fresh).not.toBe(code);
    await reader.press('I have kept the code', undefined, 'checkbox');
    await reader.press('Start');
    await reader.sees('The new code holds.');
    expect(reader.words()).not.toContain(fresh);
    expect(await laptop.round()).toEqual({ kind: 'needsCode' });
  });

  it('is asked for here where it was changed there, and one with a slip is told', async () => {
    const { reader, laptop, code } = await both();
    const fresh = '1234-5678-9ABC-DEFG-HJKM-NPQR-ST2G';
    const read = [readCode(code), readCode(fresh)];
    const [secret = '', other = ''] = read.map((one) => ('code' in one ? one.code : ''));
    const own = await laptop.local.own();
    if (!own) throw new Error('not joined');
    const change = { secret, fresh: other, isKeyNew: true };
    await laptop.local.keepOwn(await changedVault(laptop.tools(), own, change));
    await laptop.round();
    await reader.press('Sync now');
    await reader.sees('The code was changed on another device. Give the new one.');
    await reader.fill('The code', `${fresh.slice(0, -1)}H`);
    await reader.press('Start');
    await reader.sees('There is a slip in this code.');
    await reader.fill('The code', fresh);
    await reader.press('Start');
    await reader.seesNo('The code was changed on another device.');
    await reader.sees('Nothing waits.');
  });
});

describe('another device', () => {
  it('is named with when it was heard of, and is gone from the storage once it is removed', async () => {
    const { reader, laptop, code } = await both();
    laptop.note('arxiv:2', 'Only said on the laptop');
    await laptop.round();
    await reader.press('Sync now');
    await reader.sees('Laptop · last heard of');
    await reader.press('Remove');
    await reader.sees('“Laptop” is removed, and its files are gone from the storage.');
    await reader.seesNo('last heard of');
    await reader.press('Sync now');
    await reader.sees('Nothing waits.');
    await reader.seesNo('last heard of');
    const { device } = (await laptop.local.own()) ?? {};
    expect(server.tree.below('/Offprint').filter((path) => path.includes(`${device}`))).toEqual([
      `/Offprint/d/${device}`,
    ]);
    const third = await elsewhere(laptop.world.remote, { code, name: 'Third', now: now + 5000 });
    expect(third.said('arxiv:2').words.note?.versions.map(({ text }) => text)).toEqual([
      'Only said on the laptop',
    ]);
  });
});
