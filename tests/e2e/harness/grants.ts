import type { Page } from 'puppeteer-core';
import { extension, inChromeScope } from './firefox';
import type { Session } from './session';
import { waitUntil } from './wait';

interface DeveloperScope {
  chrome: {
    developerPrivate: { addHostPermission(id: string, host: string): Promise<void> };
  };
}

interface Asker {
  tabs: {
    query(info: object): Promise<{ readonly id: number }[]>;
    sendMessage(tab: number, message: object): Promise<unknown>;
  };
}

/**
 * Clicks on the extension's icon while a page is in front, which is what gives `activeTab`, and gives the popup. Chromium's
 * driver has a call for the click. Firefox's has none: there the permission is given by the browser's own hand behind the
 * icon, and the popup is opened in a tab.
 */
export async function clickIcon(session: Session, page: Page): Promise<Page> {
  await page.bringToFront();
  if (session.name === 'chromium') {
    const [ours] = (await session.browser.extensions()).values();
    if (!ours) throw new Error('The extension is not there');
    await page.triggerExtensionAction(ours);
    const target = await waitUntil(
      async () =>
        session.browser.targets().find((one) => one.url() === session.extensionUrl('popup.html')),
      { what: 'the popup of the icon' },
    );
    return target.asPage();
  }
  await inChromeScope(
    session.browser,
    `(() => {
      const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
      ${extension}.tabManager.addActiveTabPermission(gBrowser.selectedTab);
      return '';
    })()`,
  );
  return session.openExtensionPage('popup.html');
}

/**
 * Has the browser say yes when the extension asks for a host. Neither driver reaches the question itself: Firefox has a
 * preference that leaves it out, and Chromium one who has let an extension on to a host on chrome://extensions is not asked again.
 */
export async function answerYes(session: Session, host: string): Promise<void> {
  if (session.name === 'firefox') {
    await inChromeScope(
      session.browser,
      `Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', false)`,
    );
    return;
  }
  const [ours] = (await session.browser.extensions()).values();
  const settings = await session.open('chrome://extensions');
  await settings.evaluate(
    (id, wanted) => {
      const { developerPrivate } = (globalThis as unknown as DeveloperScope).chrome;
      return developerPrivate.addHostPermission(id, wanted);
    },
    ours?.id ?? '',
    `https://${host}/*`,
  );
  await settings.close();
}

/** Tells whether a script of the extension listens in any tab. */
export async function hasOurScript(session: Session): Promise<boolean> {
  return session.inExtension(async () => {
    const scope = globalThis as unknown as { browser?: Asker; chrome: Asker };
    const { tabs } = scope.browser ?? scope.chrome;
    const ids = (await tabs.query({})).map(({ id }) => id);
    const ask = (id: number) => tabs.sendMessage(id, { type: 'page', request: {} });
    const answers = await Promise.all(ids.map((id) => ask(id).catch(() => undefined)));
    return answers.some((answer) => answer !== undefined);
  });
}
