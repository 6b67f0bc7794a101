import { describe, expect, test } from 'vitest';
import { openTabs } from './harness/open-tabs';
import { forEachBrowser, useHarness } from './harness/suite';
import { waitUntil } from './harness/wait';
import { FixtureDigest } from './pages/fixture-page';
import { PopupPage } from './pages/popup-page';
import { Store } from './pages/store';

forEachBrowser((name) => {
  const harness = useHarness(name, { fresh: 'store' });
  const serve = () => FixtureDigest.serve(harness.site, harness.session);
  const saved = (...places: number[]) => FixtureDigest.saved(harness, ...places);
  const openPopup = () => PopupPage.open(harness.session);

  describe('the saved papers', () => {
    test('come newest first, and are found by status, tag, title, author and note', async () => {
      const [one, two, three] = await saved(0, 1, 2);
      if (!one || !two || !three) throw new Error('The digest is empty');
      const popup = await openPopup();
      await popup.lists(3);
      expect(await popup.titles()).toEqual([three.title, two.title, one.title]);
      await popup.addTag(one.title, 'World Models');
      await popup.writeNote(two.title, 'Ask about Table 4');
      await popup.setStatus(three.title, 'read');

      await popup.filter('Read 1');
      await popup.listsOnly(three.title);
      await popup.filter('Read 1');
      await popup.filter('World Models');
      await popup.listsOnly(one.title);
      await popup.filter('World Models');
      await popup.lists(3);
      await popup.search('TABLE 4');
      await popup.listsOnly(two.title);
      expect(await popup.marked()).toEqual(['Table', '4']);
      await popup.search('world mod');
      await popup.listsOnly(one.title);
      await popup.search('no such paper');
      await popup.lists(0);
      expect(await popup.words()).toContain('No match');
      await popup.search('');
      await popup.lists(3);
    });

    test('a search tells what it did not understand, and what may have been meant', async () => {
      const [one, two] = await saved(0, 2);
      if (!one || !two) throw new Error('The digest is empty');
      const popup = await openPopup();
      await popup.lists(2);
      await popup.search('colour:red sparse');
      await popup.listsOnly(two.title);
      await popup.says('“colour:” is no operator');
      await popup.search('sparze');
      await popup.lists(0);
      await popup.says('Did you mean');
      await popup.press('sparse');
      await popup.listsOnly(two.title);
      await popup.search('is:read');
      await popup.lists(0);
      await popup.search(one.id);
      await popup.listsOnly(one.title);
    });

    test('a removed paper comes back with its tags and note', async () => {
      const [paper] = await saved(0);
      if (!paper) throw new Error('The digest is empty');
      const popup = await openPopup();
      await popup.addTag(paper.title, 'agents');
      await popup.writeNote(paper.title, 'Keep this');
      await waitUntil(() => new Store(harness.session).noteOf(paper.id), { what: 'the note' });
      await popup.remove(paper.title);
      await popup.lists(0);
      await harness.session.badgeShows('');
      await popup.undo();
      await popup.lists(1);
      await harness.session.badgeShows('1');
      expect(await popup.noteOf(paper.title)).toBe('Keep this');
    });

    test('tags are suggested anywhere in the word, kept in any script, and removed by Backspace', async () => {
      const [one, two] = await saved(0, 1);
      if (!one || !two) throw new Error('The digest is empty');
      const popup = await openPopup();
      await popup.addTag(one.title, 'offline RL');
      await popup.addTag(one.title, '強化学習');
      await popup.toggle(one.title);
      await popup.type(two.title, 'tag', 'line');
      await popup.page.keyboard.press('ArrowDown');
      await popup.page.keyboard.press('Enter');
      await popup.type(two.title, 'tag', 'مراجعة,');
      await waitUntil(async () => (await popup.tagsOf(two.title)).length === 2, {
        what: 'two tags',
      });
      expect(await popup.tagsOf(two.title)).toEqual(['offline RL', 'مراجعة']);
      await popup.page.keyboard.press('Backspace');
      await waitUntil(async () => (await popup.tagsOf(two.title)).length === 1, {
        what: 'one tag',
      });
      expect(await new Store(harness.session).disagreements()).toEqual([]);
    });
  });

  describe('beside the saved papers', () => {
    test('a pinned list is a chip with its count, narrows further, and goes on in the library', async () => {
      const [one, two, three] = await saved(0, 1, 2);
      if (!one || !two || !three) throw new Error('The digest is empty');
      const store = new Store(harness.session);
      await store.keepList({ id: 'two', name: 'My two', query: `${one.id} OR ${three.id}` });
      const popup = await openPopup();
      await popup.lists(3);
      await popup.filter('My two 2');
      await popup.lists(2);
      expect(await popup.titles()).toEqual(expect.arrayContaining([one.title, three.title]));
      const [word = ''] = three.title.split(' ');
      await popup.search(word);
      await popup.listsOnly(three.title);
      await popup.openLibrary();
      const q = new URLSearchParams({ q: `${one.id} OR ${three.id} ${word}` });
      const wanted = harness.session.extensionUrl(`library.html?${q}`);
      await waitUntil(
        async () =>
          (await openTabs(harness.session.browser, name === 'firefox')).some(
            ({ url, isInFront }) => url === wanted && isInFront,
          ),
        { what: `a tab with ${wanted}` },
      );
    });

    test('a paper that came back from a snooze says so, and how many did is told once', async () => {
      const [paper] = await saved(0);
      if (!paper) throw new Error('The digest is empty');
      const store = new Store(harness.session);
      await store.changePaper(paper.id, { wokeAt: Date.now() });
      await store.keepLocally({ 'notice:woken': { at: Date.now(), count: 3 } });
      const popup = await openPopup();
      await popup.says('Back from snooze');
      await popup.says('3 snoozed papers are back.');
      const again = await openPopup();
      await again.lists(1);
      expect(await again.words()).not.toContain('3 snoozed papers');
    });
  });

  describe('a note', () => {
    test('closed in mid-word has lost at most the last 300 ms', async () => {
      const [paper] = await saved(0);
      if (!paper) throw new Error('The digest is empty');
      const popup = await openPopup();
      await popup.type(paper.title, 'note', '');
      const typed: { at: number; length: number }[] = [];
      const words = 'the quick brown fox jumps over the lazy dog';
      for (const [index, letter] of [...words].entries()) {
        await popup.page.keyboard.type(letter, { delay: 30 });
        typed.push({ at: Date.now(), length: index + 1 });
      }
      const closedAt = Date.now();
      await popup.page.close();
      const due = typed.filter(({ at }) => at < closedAt - 300).at(-1)?.length ?? 0;
      expect(due).toBeGreaterThan(10);
      const note = (await new Store(harness.session).noteOf(paper.id)) ?? '';
      expect(words.startsWith(note)).toBe(true);
      expect(note.length).toBeGreaterThanOrEqual(due);
    });

    test('edited in two windows keeps both texts and says so', async () => {
      const [paper] = await saved(0);
      if (!paper) throw new Error('The digest is empty');
      const [one, other] = [await openPopup(), await openPopup()];
      const store = new Store(harness.session);
      await one.type(paper.title, 'note', '');
      await other.type(paper.title, 'note', '');
      // Both before either is saved, as with a window on each of two screens.
      await Promise.all([one.writes('from the one'), other.writes('from the other')]);
      const both = (text = '') => text.includes('from the one') && text.includes('from the other');
      await waitUntil(async () => both(await store.noteOf(paper.id)), { what: 'both texts' });
      const told = async (popup: PopupPage) => (await popup.words()).includes('another window');
      await waitUntil(async () => (await told(one)) || (await told(other)), { what: 'the word' });
    });
  });

  describe('the new papers', () => {
    test('can be saved, dismissed, and the rest of the page at once, with undo', async () => {
      const digest = await serve();
      const [one, two] = await digest.papers();
      if (!one || !two) throw new Error('The digest is empty');
      const popup = await openPopup();
      await popup.goTo('New');
      await popup.lists(24);
      expect(await popup.words()).toContain('24 new of 24');
      await popup.decide(one.id, 'save');
      await popup.lists(23);
      await digest.shows(one.id, 'unread');
      await popup.decide(two.id, 'dismiss');
      await popup.lists(22);
      expect(await popup.words()).toContain('22 new of 24');
      await popup.press('Dismiss rest');
      await popup.lists(0);
      await popup.undo();
      await popup.lists(22);
      expect(await new Store(harness.session).disagreements()).toEqual([]);
    });
  });
});
