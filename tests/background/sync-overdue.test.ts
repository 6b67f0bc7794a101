import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepBadge } from '../../background/badge/badge';
import { writeOptions } from '../../lib/options';
import { changeSyncState, forgetSyncState } from '../../lib/sync-state';
import { dateAndTime } from '../../lib/text';
import { decide } from '../../store/words/decide';
import { paper, sightOn, useFreshStore } from '../support/store';

const hour = 3_600_000;
const start = Date.parse('2026-03-27T09:00:00Z');

/** What icon and title say, each as soon as they do. */
async function shows(label: string, ...titles: readonly string[]): Promise<void> {
  await vi.waitFor(async () => {
    expect(await fakeBrowser.action.getBadgeText({})).toBe(label);
    expect(await fakeBrowser.action.getTitle({})).toBe(titles.join('\n'));
  });
}

describe('the icon of a device that is synced', () => {
  useFreshStore();
  beforeEach(async () => {
    vi.restoreAllMocks();
    await sightOn('2026-03-27', 1000, paper('arxiv:1'));
    await decide(['arxiv:1'], 'saved', 1100);
    await writeOptions({ badge: 'unread' });
  });

  const count = 'Offprint: 1 unread paper';

  it('says that it is more than a day behind, why, and what to do, beside the count', async () => {
    vi.spyOn(Date, 'now').mockReturnValue(start);
    await changeSyncState({ since: start - 90 * hour, succeededAt: start - 24 * hour });
    keepBadge(async () => undefined);
    await shows('1', count);
    await changeSyncState({ succeededAt: start - 24 * hour - 1 });
    const since = dateAndTime(start - 24 * hour - 1);
    const behind = `Not synced with your other devices since ${since}.`;
    await shows('1!', count, `${behind} Press “Sync now”. See Options, Sync.`);
    await changeSyncState({ problem: { code: 'full' }, endedAt: start });
    await shows(
      '1!',
      count,
      `${behind} The storage is full. Make room there; nothing is lost here. See Options, Sync.`,
    );
    await writeOptions({ badge: 'none' });
    const full = 'The storage is full. Make room there; nothing is lost here. See Options, Sync.';
    await shows('!', 'Offprint', `${behind} ${full}`);
    await changeSyncState({ problem: undefined, succeededAt: start });
    await shows('', 'Offprint');
  });

  it('says so of one that was set up and never got through, and nothing once it has left', async () => {
    vi.spyOn(Date, 'now').mockReturnValue(start);
    await changeSyncState({ since: start - 25 * hour });
    keepBadge(async () => undefined);
    const since = dateAndTime(start - 25 * hour);
    const never = `Sync was set up on ${since} and has not run to its end yet.`;
    await shows('1!', count, `${never} Press “Sync now”. See Options, Sync.`);
    await forgetSyncState();
    await shows('1', count);
  });
});
