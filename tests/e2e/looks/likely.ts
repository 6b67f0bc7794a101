import { isoDay } from '../../../papers/record';
import { click } from '../harness/page';
import type { Harness } from '../harness/suite';
import { OptionsPage } from '../pages/options-page';
import { PopupPage } from '../pages/popup-page';
import { Probe } from '../pages/probe';
import { askNothing } from '../pages/told-lists';
import { type Look, pageSizes, popupSizes } from './look';

async function someLikely({ session }: Harness): Promise<void> {
  await (await Probe.open(session)).likely(isoDay(Date.now()));
  await askNothing(session);
}

const liked = '[data-paper="arxiv:2603.00003"]';

/** What is told of likely papers, in the extension's own pages. */
export const likelyLooks: readonly Look[] = [
  {
    name: 'popup, likely papers',
    page: 'popup.html',
    sizes: popupSizes,
    readBy: 'both',
    seed: someLikely,
    states: {
      marked: async (page) => {
        await new PopupPage(page).goTo('New');
        await page.waitForSelector(`${liked} .likely`);
        await page.waitForSelector('[data-action="new-order"]');
      },
      'with the focus': async (page) => {
        for (let left = 3; left > 0; left -= 1) await page.keyboard.press('j');
        await page.waitForSelector(`${liked} .because`, { visible: true });
      },
      'for you': async (page) => {
        await page.select('[data-action="new-order"]', 'forYou');
        await page.waitForSelector(`[data-paper]:first-child:is(${liked}, [data-paper$="4"])`);
      },
      'opened, with those like it': async (page) => {
        await click(page, `${liked} [data-action="open"]`);
        await page.waitForSelector(`${liked} .likely-line [data-step]`);
        await click(page, '[data-action="more-like"]');
        await page.waitForSelector('.alike[aria-busy="false"]');
      },
    },
  },
  {
    name: 'library, likely papers',
    laidOutBy: 'chromium',
    page: 'library.html?q=is%3Anew&sort=forYou',
    sizes: pageSizes,
    seed: someLikely,
    states: {
      marked: (page) => page.waitForSelector(`${liked} .likely`),
      opened: async (page) => {
        await click(page, `${liked} h3 a`);
        await page.waitForSelector('.pane .likely-line [data-step]');
        await click(page, '[data-action="more-like"]');
        await page.waitForSelector('.alike[aria-busy="false"]');
      },
    },
  },
  {
    name: 'deck, likely papers',
    laidOutBy: 'chromium',
    page: 'deck.html',
    sizes: pageSizes,
    seed: someLikely,
    states: {
      'for you': async (page) => {
        await page.waitForSelector('[data-action="new-order"]');
        await page.select('[data-action="new-order"]', 'forYou');
        await page.waitForSelector('.paper-card:not([inert]) .likely-line [data-step]');
      },
    },
  },
  {
    name: 'options, likely papers',
    laidOutBy: 'chromium',
    page: 'options.html',
    sizes: pageSizes,
    seed: someLikely,
    states: {
      'how well': async (page) => {
        const options = new OptionsPage(page);
        await options.says('Learned from 60 decisions.');
        await click(page, '.how-well summary');
        await options.says('you kept');
        await page.$eval('.likely-for-you', (part) => part.scrollIntoView());
      },
    },
  },
];
