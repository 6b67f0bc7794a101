import type { Browser } from 'puppeteer-core';
import { inChromeScope } from './firefox';

interface TabsApi {
  readonly tabs: {
    getCurrent(): Promise<{ readonly id: number }>;
    query(info: object): Promise<{ readonly id: number }[]>;
    remove(ids: readonly number[]): Promise<void>;
  };
}

/** A tab as a person sees it. */
export interface OpenTab {
  readonly url: string;
  readonly isInFront: boolean;
}

/** Every tab there is; of pages of the extension, Firefox tells drivers nothing. */
export async function openTabs(browser: Browser, isFirefox: boolean): Promise<OpenTab[]> {
  if (isFirefox) {
    const tabs = await inChromeScope(
      browser,
      `JSON.stringify(Services.wm.getMostRecentWindow('navigator:browser').gBrowser.tabs.map(
        (tab) => ({ url: tab.linkedBrowser.currentURI.spec, isInFront: tab.selected })))`,
    );
    return JSON.parse(tabs) as OpenTab[];
  }
  const pages = await browser.pages();
  return Promise.all(
    pages.map(async (page) => ({
      url: page.url(),
      isInFront: await page.evaluate(() => document.visibilityState === 'visible'),
    })),
  );
}

/** Closes every tab but its own. Runs in a page of the extension. */
export async function closeOtherTabs(): Promise<void> {
  const scope = globalThis as unknown as { browser?: TabsApi; chrome: TabsApi };
  const { tabs } = scope.browser ?? scope.chrome;
  const [own, all] = await Promise.all([tabs.getCurrent(), tabs.query({})]);
  await tabs.remove(all.flatMap(({ id }) => (id === own.id ? [] : id)));
}
