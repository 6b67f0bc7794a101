import type { Browser } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { enterInAddressBar, typeInAddressBar } from './harness/address-bar';
import { inChromeScope } from './harness/firefox';
import { fireCommand, fireMenuClick } from './harness/gestures';
import { forEachBrowser, useHarness } from './harness/suite';
import { waitUntil } from './harness/wait';
import { Probe } from './pages/probe';
import { Tabs } from './pages/tabs';

const one = { id: 'arxiv:2603.00001', title: 'Sparse attention', publishedAt: '2026-03-02' };
const two = { id: 'arxiv:2603.00002', title: 'Dense retrieval', publishedAt: '2026-03-03' };
const pathOf = (id: string) => `/papers/${id.slice('arxiv:'.length)}`;
const pageOf = ({ id }: { readonly id: string }) => `https://huggingface.co${pathOf(id)}`;

forEachBrowser((name) => {
  const harness = useHarness(name);
  const isFirefox = name === 'firefox';
  const type = (input: string) => typeInAddressBar(harness.session, input);
  const enter = (input: string, where: 'currentTab' | 'newForegroundTab') =>
    enterInAddressBar(harness.session, input, where);
  const command = (what: string) => fireCommand(harness.session, what);
  const menu = (menuItemId: string) =>
    fireMenuClick(harness.session, { menuItemId, linkUrl: '', linkText: '' });

  /** Saves both papers, whose pages the site has. */
  async function saveTwo(): Promise<{ tabs: Tabs; probe: Probe }> {
    const { site, session } = harness;
    for (const { id, title } of [one, two])
      site.page('huggingface.co', pathOf(id), `<!doctype html><title>${title}</title>`);
    const probe = await Probe.open(session);
    await probe.save([one, two]);
    await session.badgeShows('2');
    return { tabs: new Tabs(session), probe };
  }

  test('the address bar finds a saved paper by its title, takes whatever is typed, and opens what that names', async () => {
    const { tabs } = await saveTwo();
    const [first] = await type(one.title);
    expect(first?.content).toBe(pageOf(one));
    expect(first?.description).toContain('2026');
    await enter(pageOf(one), 'newForegroundTab');
    await tabs.have(pageOf(one));
    for (const input of ['<match>', '&amp; "\'', '%s', '\u202E', '"'])
      expect(await type(input)).toBeInstanceOf(Array);
    harness.site.page('huggingface.co', '/papers/2307.09288', '<!doctype html><title>A</title>');
    await type('2307.09288');
    await enter('2307.09288', 'newForegroundTab');
    await tabs.have('https://huggingface.co/papers/2307.09288');
    await type('world models');
    await enter('world models', 'newForegroundTab');
    await tabs.have(harness.session.extensionUrl('library.html?q=world+models'));
  });

  test('every command has its key, and one goes from one unread paper to the next', async () => {
    const { tabs, probe } = await saveTwo();
    const commands = await harness.session.inExtension(async () => {
      const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
      return (browser ?? chrome).commands.getAll();
    });
    expect(Object.fromEntries(commands.map((each) => [each.name, each.shortcut]))).toEqual({
      _execute_action: 'Alt+Shift+D',
      'open-library': 'Alt+Shift+Y',
      'next-unread': 'Alt+Shift+J',
      'save-paper': 'Alt+Shift+S',
    });
    await command('next-unread');
    await tabs.have(pageOf(two));
    await command('next-unread');
    await tabs.have(pageOf(one));
    await tabs.have(pageOf(two), 0);
    expect(await probe.counted()).toEqual({ unread: 2 });
  });

  test('the library is opened once, by key and by the menu of the icon, and beside a page when asked for', async () => {
    const { session } = harness;
    const tabs = new Tabs(session);
    const library = session.extensionUrl('library.html');
    await session.open('about:blank');
    await command('open-library');
    await tabs.have(library);
    const blank = await session.open('about:blank');
    await blank.bringToFront();
    await tabs.showInFront('about:blank');
    await menu('open-library');
    await tabs.showInFront(library);
    await tabs.have(library);
    if (!isFirefox) {
      // Chromium opens it beside a page for a real click alone, which no driver can make in a menu.
      const path = await session.inExtension(async () => {
        const { sidePanel } = (globalThis as unknown as { chrome: SidePanelApi }).chrome;
        return (await sidePanel.getOptions({})).path;
      });
      expect(path).toBe('library.html?view=panel');
      return;
    }
    const panel = session.extensionUrl('library.html?view=panel');
    expect(await openSidebar(session.browser)).toBe('');
    await menu('open-panel');
    await waitUntil(async () => (await openSidebar(session.browser)) === panel, {
      what: 'the sidebar with the library',
    });
    await closeSidebar(session.browser);
  });
});

interface Api {
  readonly commands: { getAll(): Promise<{ name: string; shortcut: string }[]> };
}

interface SidePanelApi {
  readonly sidePanel: { getOptions(options: object): Promise<{ path?: string }> };
}

const sidebar = `Services.wm.getMostRecentWindow('navigator:browser').SidebarController`;

/** What Firefox's sidebar shows of an extension; nothing when it is closed. */
function openSidebar(browser: Browser): Promise<string> {
  return inChromeScope(
    browser,
    `(() => {
      const sidebar = ${sidebar};
      if (!sidebar.isOpen) return '';
      const inner = sidebar.browser.contentDocument.getElementById('webext-panels-browser');
      return inner ? inner.currentURI.spec : sidebar.currentID;
    })()`,
  );
}

async function closeSidebar(browser: Browser): Promise<void> {
  await inChromeScope(browser, `(() => { ${sidebar}.hide(); return ''; })()`);
}
