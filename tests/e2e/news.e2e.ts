import { describe, expect, test } from 'vitest';
import type { PollState } from '../../lib/poll-state';
import { axe } from './harness/page';
import { forEachBrowser, useHarness } from './harness/suite';
import { waitUntil } from './harness/wait';
import { NewsPage } from './pages/news-page';
import { Probe } from './pages/probe';
import { Store } from './pages/store';
import { dayBefore, listOf, papersOn, tellLists } from './pages/told-lists';

/** Six days away, one of them today. */
const away = [12, 26, 18, 24, 29, 23];

forEachBrowser((name) => {
  const harness = useHarness(name, { fresh: 'test' });
  const open = () => NewsPage.open(harness.session);
  /** What the lists say is what these tests are about, not whoever asks for them when it is new. */
  const askNothing = async () => {
    const store = new Store(harness.session);
    await waitUntil(async () => (await store.readLocally<PollState>('poll'))?.lastAskedAt, {
      what: 'the first question of the extension',
    });
    await store.keepLocally({ options: { polls: false, badge: 'new' } });
    await store.forgetDays();
  };

  describe('the new papers', () => {
    test('claim no more than is known: none yet, filling, of six days, as many as the badge says', async () => {
      const { session } = harness;
      await askNothing();
      const popup = await open();
      await popup.says('Nothing new on the pages you opened');
      await popup.says('Looking for new papers is turned off.');
      expect(await axe(popup.page)).toEqual([]);
      await tellLists(session, [listOf(0, [])]);
      const asked = { since: dayBefore(1), failures: 0, lastAskedAt: Date.now() };
      await new Store(session).keepLocally({ poll: asked });
      await popup.says('Nothing new today. The list is still filling.');
      await tellLists(session, [listOf(0, papersOn(0, 12))]);
      await popup.says('12 so far, still filling');
      await tellLists(
        session,
        away.map((count, ago) => listOf(ago, papersOn(ago, count))),
      );
      await popup.says('132 new papers · 6 days');
      await popup.says('12 so far today, still filling');
      await session.badgeShows('132');
      expect(await popup.deckAddress()).toBe(session.extensionUrl('deck.html'));
      expect(await popup.count('New')).toBe('132');
      for (const dark of [false, true]) {
        await session.setDark(popup.page, dark);
        expect(await axe(popup.page), `dark: ${dark}`).toEqual([]);
      }
      await popup.page.setViewport({ width: 360, height: 560 });
      expect(await popup.sticksOut()).toBe(false);
      expect(await (await Probe.open(session)).inconsistencies()).toEqual([]);
    });
  });

  describe('the morning digest', () => {
    test('is saved from, copied as Markdown, saved as Atom, and stays folded', async () => {
      await askNothing();
      const papers = papersOn(1, 8);
      await tellLists(harness.session, [listOf(1, papers)]);
      const popup = await open();
      await popup.says('Most upvoted on');
      expect(await popup.digest()).toEqual(papers.slice(0, 5).map(({ id }) => id));
      await popup.keepFromDigest(papers[0]?.id ?? '');
      await popup.says('Saved 1');
      await waitUntil(
        async () => (await new Store(harness.session).papersIn('unread')).length === 1,
        { what: 'the saved paper' },
      );
      expect(await popup.copies()).toContain(`- [${papers[1]?.title}](https://arxiv.org/abs/`);
      const feed = await popup.savesFeed();
      expect(feed).toContain('<feed xmlns="http://www.w3.org/2005/Atom">');
      expect(feed.match(/<entry>/g)).toHaveLength(5);
      await popup.fold();
      const again = await open();
      await again.says('This morning');
      expect(await again.isFolded()).toBe(true);
    });
  });
});
