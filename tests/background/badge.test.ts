import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepBadge } from '../../background/badge/badge';
import { badgeText } from '../../background/badge/draw';
import { countList } from '../../background/badge/list-count';
import { WorkerSearch } from '../../background/omnibox/worker-search';
import { writeOptions } from '../../lib/options';
import { writePollState } from '../../lib/poll-state';
import { deleteSmartList, saveSmartList } from '../../store/lists/write';
import { rankWaiting } from '../../store/ranking/score-papers';
import { recordSighting } from '../../store/records/sightings';
import { decide } from '../../store/words/decide';
import { decideLiked, likedNoon, sightWaiting, waiting } from '../support/liked';
import { save } from '../support/search';
import { paper, sightOn, useFreshStore } from '../support/store';

describe('the badge', () => {
  useFreshStore();
  beforeEach(() => vi.restoreAllMocks());

  it('is short, and empty for nothing', () => {
    const shown = [0, 1, 37, 999, 1000, 1999, 20_000].map(badgeText);
    expect(shown).toEqual(['', '1', '37', '999', '1k', '1k', '20k']);
  });

  async function shows(label: string, title: string): Promise<void> {
    await vi.waitFor(async () => {
      expect(await fakeBrowser.action.getBadgeText({})).toBe(label);
      expect(await fakeBrowser.action.getTitle({})).toBe(title);
    });
  }

  it('counts a smart list, long texts included, and follows it', async () => {
    const ids = ['arxiv:1', 'arxiv:2', 'arxiv:3'];
    await save(...ids.map((id) => paper(id, { abstract: `Needle ${id}` })));
    const list = { id: 'a', name: 'Needles', icon: '', order: '', isPinned: false };
    await saveSmartList({ ...list, query: 'needle is:unread' }, 1500);
    const search = new WorkerSearch();
    search.listen();
    keepBadge((id) => countList(id, search));
    await shows('3', 'Offprint: 3 unread papers');
    await writeOptions({ badge: 'list:a' });
    await shows('3', 'Offprint: 3 papers in “Needles”');
    await decide(['arxiv:1', 'arxiv:2'], 'read', 5000);
    await shows('1', 'Offprint: 1 paper in “Needles”');
    await deleteSmartList('a', 5500);
    await decide(['arxiv:3'], 'reading', 6000);
    await shows('', 'Offprint');
    await writeOptions({ badge: 'unread' });
    await decide(['arxiv:1'], 'unread', 7000);
    await shows('1', 'Offprint: 1 unread paper');
  });

  it('says that today’s list is still filling, and claims no zero that nobody knows', async () => {
    vi.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-03-27T09:00:00Z'));
    await writeOptions({ badge: 'new' });
    keepBadge(async () => undefined);
    await shows('', 'Offprint: today’s papers are not known yet');
    await writeOptions({ badge: 'followed' });
    await shows('', 'Offprint: today’s papers are not known yet');
    await writeOptions({ badge: 'new' });
    const since = '2026-03-26';
    const visit = { day: '2026-03-27', digest: 'huggingface:day:2026-03-27', visitAt: 1000 };
    const answer = { checkedAt: Date.now(), still: 1 };
    await recordSighting({ ...visit, shows: 'poll', papers: [], answer });
    await writePollState({ since, failures: 0, lastAskedAt: 1 });
    await shows('', 'Offprint: nothing new so far, and a list is still filling');
    await recordSighting({ ...visit, shows: 'poll', papers: [paper('arxiv:1')], answer });
    await shows('1', 'Offprint: 1 new, and a list is still filling');
    await writeOptions({ badge: 'followed' });
    await shows('', 'Offprint: 0 new papers that your rules follow');
  });

  it('counts what is likely where that is chosen, and nothing where nothing is to be told of it', async () => {
    await decideLiked(80);
    await sightWaiting();
    await rankWaiting(likedNoon);
    await writeOptions({ badge: 'likely' });
    keepBadge(async () => undefined);
    await shows('2', 'Offprint: 2 new papers that are likely for you');
    await decide([waiting.liked.id], 'dismissed', likedNoon + 1);
    await shows('1', 'Offprint: 1 new paper that is likely for you');
    await writeOptions({ ranks: false });
    await shows('', 'Offprint');
  });

  it('says the same where nobody asks, as the popup does', async () => {
    vi.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-03-27T09:00:00Z'));
    await writeOptions({ badge: 'new', polls: false });
    keepBadge(async () => undefined);
    await sightOn('2026-03-20', 1000, paper('arxiv:1'));
    await shows('1', 'Offprint: 1 new');
    await sightOn('2026-03-27', 1000, paper('arxiv:2'));
    await shows('2', 'Offprint: 2 new, and a list is still filling');
    await decide(['arxiv:1', 'arxiv:2'], 'dismissed', 2000);
    await shows('', 'Offprint: today’s papers are not known yet');
  });
});
