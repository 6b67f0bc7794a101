import { expect, test } from 'vitest';
import { todaysPage } from '../fixtures/recent';
import { forEachBrowser, useHarness } from './harness/suite';
import { waitUntil } from './harness/wait';
import { FixtureDigest } from './pages/fixture-page';
import { NewsPage } from './pages/news-page';
import { PopupPage } from './pages/popup-page';
import { Probe } from './pages/probe';
import { Store } from './pages/store';
import { askNothing, listOf, papersOn, tellLists } from './pages/told-lists';

const one = { id: 'arxiv:2603.00001', title: 'Sparse attention' };

/** Six days away, the first of them today. */
const away = [12, 26, 18, 24, 29, 23];

forEachBrowser((name) => {
  const harness = useHarness(name);
  const openPopup = () => PopupPage.open(harness.session);

  test('a note that is edited in two windows keeps both texts and says so', async () => {
    await (await Probe.open(harness.session)).save([one]);
    const [first, other] = [await openPopup(), await openPopup()];
    const store = new Store(harness.session);
    await first.type(one.title, 'note', '');
    await other.type(one.title, 'note', '');
    // Both before either is saved, as with a window on each of two screens.
    await Promise.all([first.writes('from the one'), other.writes('from the other')]);
    const both = (text = '') => text.includes('from the one') && text.includes('from the other');
    await waitUntil(async () => both(await store.noteOf(one.id)), { what: 'both texts' });
    const told = async (popup: PopupPage) => (await popup.words()).includes('another window');
    await waitUntil(async () => (await told(first)) || (await told(other)), { what: 'the word' });
  });

  test('a new paper is saved, tagged and noted with three clicks', async () => {
    const { site, session } = harness;
    const digest = await FixtureDigest.serve(site, session, todaysPage(24));
    const [first] = await digest.papers();
    if (!first) throw new Error('The digest is empty');
    const popup = await openPopup();
    await popup.lists(24);
    const clicks = await popup.countClicks();
    await popup.addTag(first.title, 'agents');
    expect(await popup.hasNoteInSight(first.title)).toBe(true);
    await popup.writeNote(first.title, 'Ask about Table 4');
    expect(await clicks()).toBe(3);
    await digest.shows(first.id, 'unread');
    await popup.hasTags(first.title, ['agents']);
    await waitUntil(
      async () => (await new Store(session).noteOf(first.id)) === 'Ask about Table 4',
      { what: 'the note to be kept' },
    );
  });

  test('new papers are counted by day, with a morning digest that stays folded', async () => {
    const { session } = harness;
    await askNothing(session, { badge: 'new' });
    await tellLists(
      session,
      away.map((count, ago) => listOf(ago, papersOn(ago, count))),
    );
    await session.badgeShows('132');
    const popup = await NewsPage.open(session);
    await popup.says('132 new · 6 days');
    expect(await popup.deckAddress()).toBe(session.extensionUrl('deck.html'));
    const [best] = await popup.digest();
    await popup.keepFromDigest(best ?? '');
    await popup.says('Saved 1');
    await popup.fold();
    const again = await NewsPage.open(session);
    await again.says('This morning');
    expect(await again.isFolded()).toBe(true);
  });
});
