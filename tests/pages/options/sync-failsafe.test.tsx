// @vitest-environment jsdom
import { webcrypto } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dateAndTime } from '../../../lib/text';
import { recordsOf } from '../../../store/records/queries';
import { decide } from '../../../store/words/decide';
import { saveNote } from '../../../store/words/notes';
import { WebdavRemote } from '../../../sync/remotes/webdav';
import { DavStandIn } from '../../support/dav/server';
import { useFreshPages } from '../../support/pages';
import type { Reader } from '../../support/reader';
import { paper, sightOn } from '../../support/store';
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
  await sightOn('2026-03-27', 1000, ...ids.map((id) => paper(id, { title: `Title of ${id}` })));
  await decide(ids, 'saved', 1100);
  await saveNote('arxiv:1', 'See Table 3', 0, '—', 1200);
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
