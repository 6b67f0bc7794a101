import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { nextSync, syncNow } from '../../background/jobs/sync';
import type { SyncAccount } from '../../lib/sync-account';
import { changeSyncState, readSyncState } from '../../lib/sync-state';
import { writeSyncAccount } from '../../store/sync/account';
import { stateAfter } from '../../store/sync/trouble';
import { decide } from '../../store/words/decide';
import { Device, freshOwn } from '../support/devices';
import { paper, sightOn, useFreshStore } from '../support/store';

useFreshStore();

const [minute, hour] = [60_000, 3_600_000];
const account: SyncAccount = {
  kind: 'webdav',
  ...{ address: 'https://dav.example/', folder: 'Offprint' },
  ...{ user: 'ada-at-home', password: 'secret' },
};

let now = 0;
beforeEach(() => {
  now = Date.parse('2026-03-27T08:00Z');
  vi.spyOn(Date, 'now').mockImplementation(() => now);
});

async function synced(): Promise<Device> {
  const device = new Device('one');
  await device.on(async (local) => {
    await sightOn('2026-03-27', 1000, paper('arxiv:0'), paper('arxiv:1'));
    await local.restart(freshOwn('one'), 0);
  });
  await changeSyncState({ since: now, endedAt: now });
  return device;
}

describe('the next round', () => {
  it('is none where nothing is synced', async () => {
    await sightOn('2026-03-27', 1000, paper('arxiv:0'));
    expect(await nextSync()).toBeUndefined();
  });

  it('is an hour after the last, and a minute after what others do not have', async () => {
    const device = await synced();
    now += minute;
    await device.on(async () => {
      expect(await nextSync()).toBe(now - minute + hour);
      await sightOn('2026-03-27', now, paper('arxiv:2'));
      expect(await nextSync()).toBe(now - minute + hour);
      await decide(['arxiv:0'], 'saved', now);
      expect(await nextSync()).toBeGreaterThanOrEqual(now + minute);
      expect(await nextSync()).toBeLessThan(now + minute + 1000);
    });
  });

  it('is not at once where it was set up just now: the page that did so begins with it', async () => {
    const device = await synced();
    await changeSyncState({ since: now, endedAt: undefined });
    await device.on(async () => {
      expect(await nextSync()).toBe(now + hour);
    });
  });

  it('comes later each time that it goes wrong, and never again where only the reader can help', async () => {
    await synced();
    const waits: (number | undefined)[] = [];
    for (let times = 0; times < 12; times += 1) {
      const state = await readSyncState();
      await changeSyncState(stateAfter({ code: 'unreachable', detail: 'x' }, state, now, 0.5));
      waits.push(((await nextSync()) ?? 0) - now);
    }
    expect(waits.slice(0, 4)).toEqual([1, 2, 4, 8].map((times) => times * minute));
    expect(waits.at(-1)).toBe(6 * hour);
    const busy = { code: 'busy', retryAfter: 7 * hour };
    expect(stateAfter(busy, {}, now, 0.5).retryAt).toBe(now + 7 * hour);
    const once = stateAfter({ code: 'unauthorised' }, {}, now, 0.5);
    expect(once.retryAt).toBe(now + minute);
    await changeSyncState(stateAfter({ code: 'unauthorised' }, once, now, 0.5));
    expect(await nextSync()).toBeUndefined();
    await changeSyncState(stateAfter({ code: 'stopped' }, {}, now, 0.5));
    expect(await nextSync()).toBeUndefined();
  });
});

describe('a round of the background', () => {
  it('asks for nothing, and says so, where the browser allows the address no more', async () => {
    await synced();
    await writeSyncAccount(account);
    const contains = vi.fn(async (_wanted: object) => false);
    Object.assign(fakeBrowser, { permissions: { contains } });
    Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: '0.1.0' }) });
    await syncNow();
    expect(contains).toHaveBeenCalledWith({ origins: ['https://dav.example/*'] });
    expect((await readSyncState()).problem).toEqual({ code: 'noPermission' });
    expect(await nextSync()).toBeUndefined();
  });
});
