import { expect, test } from 'vitest';
import { special } from '../fixtures/papers';
import { serveDigest } from '../fixtures/svelte/page';
import { listedRequests } from '../support/listed-requests';
import { forEachBrowser, useHarness } from './harness/suite';
import { waitUntil } from './harness/wait';
import { DigestPage } from './pages/digest-page';
import { OptionsPage } from './pages/options-page';
import { PopupPage } from './pages/popup-page';
import { Store } from './pages/store';

forEachBrowser((name) => {
  const harness = useHarness(name, { fresh: 'store' });

  test('from the digest to the reading list, and back on another day, with no request but those that docs/privacy.md lists', async () => {
    const { site, session } = harness;
    const url = await serveDigest(site);
    const digest = await DigestPage.open(session, url);
    expect(await digest.newCount()).toBe(24);
    const again = `arxiv:${special.twice}`;
    const papers = await digest.papers();
    const chosen = papers.filter(({ id }, index) => id === again || index === 0 || index === 8);
    for (const { title } of chosen) await digest.save(title);
    await session.badgeShows('3');

    const popup = await PopupPage.open(session);
    await popup.lists(3);
    const [first, second, third] = chosen;
    if (!first || !second || !third) throw new Error('The digest has changed');
    await popup.addTag(first.title, 'world models');
    await popup.writeNote(second.title, 'Compare their taxonomy with ours.');
    await popup.setStatus(third.title, 'read');
    await session.badgeShows('2');
    await digest.shows(third.id, 'read');
    const store = new Store(session);
    await waitUntil(() => store.noteOf(second.id), { what: 'the note to be kept' });

    await session.restart();
    await session.badgeShows('2');
    const later = await DigestPage.open(session, url.replace(/[^/]+$/, '2026-03-30'));
    await later.shows(again, again === third.id ? 'read' : 'unread');
    expect(await later.newCount()).toBe(14);
    const reopened = await PopupPage.open(session);
    await reopened.lists(3);
    await reopened.hasNote(second.title, 'Compare their taxonomy with ours.');
    expect(await store.disagreements()).toEqual([]);
    await OptionsPage.open(session);

    const own = site.requests.filter(({ headers }) => {
      const isOpened = headers['sec-fetch-dest'] === 'document';
      const isOfThePage = headers.referer?.startsWith('https://huggingface.co/') ?? false;
      return !isOpened && !isOfThePage;
    });
    const addresses = own.map(({ host, path }) => `https://${host}${path}`);
    const listed = listedRequests();
    expect(addresses.filter((one) => !listed.some((pattern) => pattern.test(one)))).toEqual([]);
    // Browsers call home by themselves; whatever else was asked for would have been us.
    const home = /(^|\.)(google|googleapis|gstatic|gvt1|mozilla|firefox)\.(com|org)$/;
    const strangers = [...site.refused].filter((host) => !home.test(host));
    expect(strangers).toEqual([]);
  });
});
