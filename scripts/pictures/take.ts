import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { launch } from '../../tests/e2e/harness/launch';
import { type Site, startSite } from '../../tests/e2e/harness/site';
import { importLooks } from '../../tests/e2e/looks/import';
import { libraryLooks } from '../../tests/e2e/looks/library';
import { likelyLooks } from '../../tests/e2e/looks/likely';
import type { Look, Size } from '../../tests/e2e/looks/look';
import { otherLooks } from '../../tests/e2e/looks/others';
import { popupLooks } from '../../tests/e2e/looks/popup';
import { syncLooks } from '../../tests/e2e/looks/sync';
import { barViews } from './bar-views';
import { countedViews } from './counted-views';
import { readmeViews } from './readme-views';
import { shoot } from './shoot';
import type { View } from './view';

/** What to take pictures of. */
export interface PictureOptions {
  /** The built extension for Chromium. */
  readonly extensionDir: string;
  readonly folder: string;
  /** Whether those of the README alone. */
  readonly isForReadme: boolean;
  /** Parts of the names of the views wanted; all of them unless given. */
  readonly only?: readonly string[];
  /** Told what goes on. */
  say(sentence: string): void;
}

const sizes: readonly Size[] = [
  [360, 800],
  [1280, 900],
  [2560, 1200],
];

/** A state of the tests' table of looks, as a view of its own. */
function viewsOf({ name, seed, page, states }: Look): View[] {
  const steps = Object.entries(states);
  return [
    {
      name: name.replace(', ', '/').replaceAll(/[ ,]+/g, '-'),
      sizes,
      async *show(harness) {
        await seed?.(harness);
        const opened = await harness.session.openExtensionPage(page);
        await opened.bringToFront();
        for (const [state, reach] of steps) {
          await opened.setViewport({ width: 1280, height: 900 });
          await reach(opened, harness.session);
          yield { state: state.replaceAll(' ', '-'), page: opened };
        }
      },
    },
  ];
}

/** How long nothing may change on a page until it counts as drawn, in ms. */
const quiet = 300;

/** Waits until letters have their faces, and nothing is added or changed any more. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async (still) => {
    await document.fonts.ready;
    await new Promise<void>((resolve) => {
      let timer = setTimeout(resolve, still);
      const observer = new MutationObserver(() => {
        clearTimeout(timer);
        timer = setTimeout(resolve, still);
      });
      observer.observe(document, { subtree: true, childList: true, attributes: true });
    });
  }, quiet);
}

/**
 * Takes pictures of every view: those of the tests' table of looks, with papers that are hard to find room for, and
 * each with 0, 1, 20 and 20,000 papers.
 * @returns How many.
 */
export async function takePictures(options: PictureOptions): Promise<number> {
  const looks = [
    ...popupLooks,
    ...libraryLooks,
    ...importLooks,
    ...otherLooks,
    ...likelyLooks,
    ...syncLooks,
  ].flatMap(viewsOf);
  const all = options.isForReadme
    ? readmeViews
    : [...countedViews(sizes), ...barViews(sizes), ...looks];
  const wanted = all.filter(
    ({ name }) => !options.only || options.only.some((part) => name.includes(part)),
  );
  const site = await startSite({ isShown: true });
  let count = 0;
  try {
    for (const view of wanted) count += await take(view, site, options);
  } finally {
    site.close();
  }
  return count;
}

/** In a browser of its own: what is new to a reader is so once. */
async function take(view: View, site: Site, options: PictureOptions): Promise<number> {
  const { folder, extensionDir, say } = options;
  const { name, sizes: wanted, themes } = view;
  site.reset();
  const { session, dispose } = await launch('chromium', { site, extensionDir });
  let count = 0;
  try {
    for await (const { state, page } of view.show({ site, session })) {
      await settle(page);
      const path = join(folder, [name, state].filter(Boolean).join('/'));
      const chosen = { ...(wanted ? { sizes: wanted } : {}), ...(themes ? { themes } : {}) };
      count += await shoot(session, page, { path, ...chosen });
    }
  } finally {
    await dispose();
  }
  say(`${name}: ${count}`);
  return count;
}
