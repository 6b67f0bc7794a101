import type { Browser } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { enterInAddressBar, typeInAddressBar } from './harness/address-bar';
import { inChromeScope } from './harness/firefox';
import { fireCommand, fireMenuClick } from './harness/gestures';
import { openTabs } from './harness/open-tabs';
import { forEachBrowser, useHarness } from './harness/suite';
import { waitUntil } from './harness/wait';
import { FixtureDigest } from './pages/fixture-page';
import { Store } from './pages/store';

forEachBrowser((name) => {
  const harness = useHarness(name, { fresh: 'store' });
  const isFirefox = name === 'firefox';
  const type = (input: string) => typeInAddressBar(harness.session.browser, isFirefox, input);
  const enter = (input: string, where: 'currentTab' | 'newForegroundTab') =>
    enterInAddressBar(harness.session.browser, isFirefox, input, where);
  const command = (what: string) => fireCommand(harness.session.browser, isFirefox, what);
  const tabs = () => openTabs(harness.session.browser, isFirefox);
  const isOpen = (url: string, times = 1) =>
    waitUntil(async () => (await tabs()).filter((tab) => tab.url === url).length === times, {
      what: `${url} in ${times} tabs`,
    }).catch(async (error: Error) => {
      throw new Error(`${error.message}; there are ${JSON.stringify(await tabs())}`);
    });
  const hfPage = (id: string) => `https://huggingface.co/papers/${id.slice('arxiv:'.length)}`;

  async function saveTwo() {
    const { site, session } = harness;
    const digest = await FixtureDigest.serve(site, session);
    const [one, two] = await digest.papers();
    if (!one || !two) throw new Error('The digest is empty');
    for (const { id, title } of [one, two]) {
      site.page(
        'huggingface.co',
        new URL(hfPage(id)).pathname,
        '<!doctype html><title>A paper</title>',
      );
      await digest.save(title);
    }
    await session.badgeShows('2');
    return [one, two] as const;
  }

  test('the address bar finds a saved paper by its title, and opens it', async () => {
    const [one] = await saveTwo();
    const shown = await type(one.title);
    expect(shown[0]?.content).toBe(hfPage(one.id));
    expect(shown[0]?.description).toContain('2026');
    await enter(hfPage(one.id), 'newForegroundTab');
    await isOpen(hfPage(one.id));
  });

  test('the address bar takes whatever is typed, and opens what it names or looks for it', async () => {
    await saveTwo();
    for (const input of ['<match>', '&amp; "\'', '%s', '\u202E', '"'])
      expect(await type(input)).toBeInstanceOf(Array);
    harness.site.page('huggingface.co', '/papers/2307.09288', '<!doctype html><title>A</title>');
    await type('2307.09288');
    await enter('2307.09288', 'newForegroundTab');
    await isOpen(hfPage('arxiv:2307.09288'));
    await type('world models');
    await enter('world models', 'newForegroundTab');
    await isOpen(harness.session.extensionUrl('library.html?q=world+models'));
  });

  test('the command goes from one unread paper to the next', async () => {
    const { session } = harness;
    const [one, two] = await saveTwo();
    await command('next-unread');
    await isOpen(hfPage(two.id));
    await command('next-unread');
    await isOpen(hfPage(one.id));
    await isOpen(hfPage(two.id), 0);
    expect((await new Store(session).papersIn('unread')).sort()).toEqual([one.id, two.id].sort());
  });

  test('every command has its key', async () => {
    const commands = await harness.session.inExtension(async () => {
      const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
      return (browser ?? chrome).commands.getAll();
    });
    const keys = Object.fromEntries(commands.map((one) => [one.name, one.shortcut]));
    expect(keys).toEqual({
      _execute_action: 'Alt+Shift+D',
      'open-library': 'Alt+Shift+Y',
      'next-unread': 'Alt+Shift+J',
      'save-paper': 'Alt+Shift+S',
    });
  });

  test('the library is opened once, by key and by the menu of the icon', async () => {
    const { session } = harness;
    const library = session.extensionUrl('library.html');
    await session.open('about:blank');
    await command('open-library');
    await isOpen(library);
    const blank = await session.open('about:blank');
    await blank.bringToFront();
    expect((await tabs()).filter(({ isInFront }) => isInFront)).toMatchObject([
      { url: 'about:blank' },
    ]);
    await fireMenuClick(session.browser, isFirefox, {
      menuItemId: 'open-library',
      linkUrl: '',
      linkText: '',
    });
    await waitUntil(
      async () => (await tabs()).find(({ isInFront }) => isInFront)?.url === library,
      {
        what: 'the library to come to the front',
      },
    );
    await isOpen(library);
  });

  test('the library stands beside a page, and not before it is asked for', async () => {
    const { session } = harness;
    await session.open('about:blank');
    const click = { menuItemId: 'open-panel', linkUrl: '', linkText: '' };
    if (!isFirefox) {
      // Chromium opens it for a real click alone, which no driver can make in a menu.
      const path = await session.inExtension(async () => {
        const { sidePanel } = (globalThis as unknown as { chrome: SidePanelApi }).chrome;
        return (await sidePanel.getOptions({})).path;
      });
      expect(path).toBe('library.html?view=panel');
      return;
    }
    expect(await openSidebar(session.browser)).toBe('');
    await fireMenuClick(session.browser, isFirefox, click);
    await waitUntil(
      async () =>
        (await openSidebar(session.browser)) === session.extensionUrl('library.html?view=panel'),
      { what: 'the sidebar with the library' },
    );
  });
});

interface Api {
  readonly commands: { getAll(): Promise<{ name: string; shortcut: string }[]> };
}

interface SidePanelApi {
  readonly sidePanel: { getOptions(options: object): Promise<{ path?: string }> };
}

/** What Firefox's sidebar shows of an extension; nothing when it is closed. */
function openSidebar(browser: Browser): Promise<string> {
  return inChromeScope(
    browser,
    `(() => {
      const { SidebarController: sidebar } = Services.wm.getMostRecentWindow('navigator:browser');
      if (!sidebar.isOpen) return '';
      const inner = sidebar.browser.contentDocument.getElementById('webext-panels-browser');
      return inner ? inner.currentURI.spec : sidebar.currentID;
    })()`,
  );
}
