import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { wantSync } from '../../lib/sync-soon';
import { changeSyncState } from '../../lib/sync-state';
import { nextSync } from '../../store/sync/next';
import { useFreshStore } from '../support/store';

useFreshStore();

const minute = 60_000;
const now = Date.parse('2026-03-27T09:00:00Z');

beforeEach(() => vi.restoreAllMocks());

/** What a page that is opened wakes the background with. */
async function opened(at: number): Promise<number> {
  const told = vi.fn();
  fakeBrowser.storage.session.onChanged.addListener(told);
  await wantSync(at);
  fakeBrowser.storage.session.onChanged.removeListener(told);
  return told.mock.calls.filter(([changes]) => 'change' in changes).length;
}

describe('a page that the reader opens', () => {
  it('wakes nobody where nothing is synced', async () => {
    expect(await opened(now)).toBe(0);
    expect(await nextSync()).toBeUndefined();
  });

  it('has the background sync at once where the last round is some minutes old, and only then', async () => {
    await changeSyncState({ since: 1, endedAt: now });
    expect(await opened(now + 4 * minute)).toBe(0);
    expect(await nextSync()).toBe(now + 60 * minute);
    expect(await opened(now + 5 * minute)).toBe(1);
    expect(await nextSync()).toBe(now + 5 * minute);
    await changeSyncState({ endedAt: now + 6 * minute });
    expect(await nextSync()).toBe(now + 66 * minute);
  });

  it('tries again what may be over by now, and leaves alone a storage that asked for it', async () => {
    const retryAt = now + 360 * minute;
    const failed = { since: 1, endedAt: now, retryAt };
    await changeSyncState({ ...failed, problem: { code: 'unreachable' } });
    await opened(now + 10 * minute);
    expect(await nextSync()).toBe(now + 10 * minute);
    await changeSyncState({ ...failed, problem: { code: 'busy' } });
    expect(await nextSync()).toBe(retryAt);
  });
});
