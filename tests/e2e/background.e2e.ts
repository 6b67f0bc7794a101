import { expect, test } from 'vitest';
import { arxivAbstractPage } from '../fixtures/pages';
import { days, papersOf, special } from '../fixtures/papers';
import { fireCommand, fireMenuClick } from './harness/gestures';
import { click, find } from './harness/page';
import { forEachBrowser, useHarness } from './harness/suite';
import { waitUntil } from './harness/wait';
import { FixtureDigest } from './pages/fixture-page';
import { Store } from './pages/store';

const control = (id: string, action: string) =>
  `offprint-card[data-paper="${id}"] >>> [data-action="${action}"]`;

interface Api {
  readonly tabs: {
    query(filter: object): Promise<{ id: number }[]>;
    sendMessage(tabId: number, message: object): Promise<unknown>;
  };
  readonly contextMenus: { update(id: string, changes: object): Promise<void> };
}

forEachBrowser((name) => {
  const harness = useHarness(name, { fresh: 'store' });
  const serve = (options = {}) => FixtureDigest.serve(harness.site, harness.session, options);

  function serveArxiv(): string[] {
    const entries = days.flatMap((day) => papersOf(day));
    const ids = [...new Set(entries.map(({ paper }) => paper.id))];
    for (const entry of entries)
      harness.site.page('arxiv.org', `/abs/${entry.paper.id}`, arxivAbstractPage(entry));
    return ids;
  }

  // Firefox takes half a second for a tab: twenty are many enough to meet each other there.
  const tabs = name === 'firefox' ? 20 : 50;

  test(`${tabs} tabs saving at once end as ${tabs} papers`, async () => {
    const { session } = harness;
    const ids = serveArxiv().slice(0, tabs);
    const pages = await Promise.all(ids.map((id) => session.open(`https://arxiv.org/abs/${id}`)));
    for (const page of pages) await find(page, 'offprint-card');
    await session.inExtension(async () => {
      const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
      const { tabs } = browser ?? chrome;
      const open = await tabs.query({ url: 'https://arxiv.org/*' });
      const save = { type: 'savePage', request: {} };
      for (const { id } of open) void tabs.sendMessage(id, save);
    });
    const store = new Store(session);
    await waitUntil(async () => (await store.papersIn('unread')).length === ids.length, {
      what: 'as many saved papers',
      timeout: 30_000,
    });
    await session.badgeShows(String(tabs));
    expect((await store.papersIn('unread')).sort()).toEqual(ids.map((id) => `arxiv:${id}`).sort());
    expect(await store.disagreements()).toEqual([]);
  });

  test('a worker that is killed loses nothing, and the badge is right again by itself', async () => {
    const { session } = harness;
    const digest = await serve();
    const store = new Store(session);
    const papers = (await digest.papers()).slice(0, 6);
    for (const [index, { title, id }] of papers.entries()) {
      await session.stopWorker();
      if (index % 2 === 0) await digest.save(title);
      else {
        const killing = session.stopWorker();
        await click(digest.page, control(id, 'save'));
        await killing;
        await digest.shows(id, 'unread');
      }
    }
    expect((await store.papersIn('unread')).sort()).toEqual(papers.map(({ id }) => id).sort());
    await session.badgeShows('6');
    await session.stopWorker();
    await session.badgeShows('6');
    expect(await store.disagreements()).toEqual([]);
  });

  test('the badge is right after a restart of the browser', async () => {
    const { session } = harness;
    const digest = await serve();
    const [one, two] = await digest.papers();
    await digest.save(one?.title ?? '');
    await digest.save(two?.title ?? '');
    await session.restart();
    await session.badgeShows('2');
    expect((await session.badge()).title).toBe('Offprint: 2 unread papers');
  });

  test('a paper saved on the digest shows as saved on arXiv, and the other way round', async () => {
    const { session } = harness;
    serveArxiv();
    const digest = await serve();
    const [one, two] = await digest.papers();
    if (!one || !two) throw new Error('The digest is empty');
    await digest.save(one.title);
    const abstractOf = (id: string) => session.open(`https://arxiv.org/abs/${id.slice(6)}v1`);
    for (const { id } of [one, two])
      harness.site.page('arxiv.org', `/abs/${id.slice(6)}v1`, arxivAbstractPage(entryOf(id)));
    const onArxiv = await abstractOf(one.id);
    await find(onArxiv, `offprint-card[data-paper="${one.id}"][data-state="unread"]`);
    const other = await abstractOf(two.id);
    await click(other, control(two.id, 'save'));
    await find(other, `offprint-card[data-paper="${two.id}"][data-state="unread"]`);
    await digest.shows(two.id, 'unread');
    await session.badgeShows('2');
  });

  test('the command saves the paper of the page, and says so when there is none', async () => {
    const { session, site } = harness;
    const [id = ''] = serveArxiv();
    await find(await session.open(`https://arxiv.org/abs/${id}`), 'offprint-card');
    await fireCommand(session, 'save-paper');
    await session.badgeShows('1');
    expect(await new Store(session).papersIn('unread')).toEqual([`arxiv:${id}`]);
    site.page('huggingface.co', '/docs', '<!doctype html><title>Docs</title>');
    await session.open('https://huggingface.co/docs');
    await fireCommand(session, 'save-paper');
    await session.badgeShows('?');
    await session.badgeShows('1');
  });

  test('the context menu saves the paper that a link leads to, by its title', async () => {
    const { session } = harness;
    // A browser that refuses one of the patterns makes no item, and then none can be changed.
    await session.inExtension(async () => {
      const scope = globalThis as unknown as { browser?: Api; chrome: Api };
      await (scope.browser ?? scope.chrome).contextMenus.update('save-link', {});
    });
    const digest = await serve();
    const paper = (await digest.papers())[3];
    if (!paper) throw new Error('The digest is empty');
    await fireMenuClick(session, {
      menuItemId: 'save-link',
      linkUrl: `https://huggingface.co/papers/${paper.id.slice('arxiv:'.length)}`,
      linkText: paper.title,
    });
    await digest.shows(paper.id, 'unread');
    const other = 'https://huggingface.co/papers/2307.09288';
    await fireMenuClick(session, {
      menuItemId: 'save-link',
      linkUrl: other,
      linkText: 'A paper that is no card',
    });
    await session.badgeShows('2');
    expect(await new Store(session).titleOf('arxiv:2307.09288')).toBe('A paper that is no card');
  });

  test('going to another day without a load counts what is there, not what was', async () => {
    const { session } = harness;
    const digest = await serve();
    await digest.hydrates();
    const store = new Store(session);
    const again = `arxiv:${special.twice}`;
    await digest.looksAt(again, store);
    const looked = await store.impressions();
    await digest.navigate('2026-03-30');
    await waitUntil(async () => (await digest.papers()).length === 15, { what: 'the other day' });
    await digest.isMarked();
    await digest.shows(again, 'seen');
    expect(await digest.newCount()).toBe(14);
    await waitUntil(async () => (await store.papersIn('seen')).length >= looked.length, {
      what: 'the visit to be over',
    });
    const seen = await store.papersIn('seen');
    expect(seen).toEqual(expect.arrayContaining(looked));
    expect(await store.papersIn('missed')).toHaveLength(24 + 14 - seen.length);
    expect(await store.disagreements()).toEqual([]);
  });
});

function entryOf(id: string) {
  const entry = days
    .flatMap((day) => papersOf(day))
    .find(({ paper }) => `arxiv:${paper.id}` === id);
  if (!entry) throw new Error(`No fixture paper ${id}`);
  return entry;
}
