import type { Browser } from 'puppeteer-core';
import { inChromeScope } from './firefox';

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
