import type { Page } from 'puppeteer-core';
import { click, find } from '../../tests/e2e/harness/page';
import type { Harness } from '../../tests/e2e/harness/suite';
import type { Size } from '../../tests/e2e/looks/look';
import { DailyPapers } from '../../tests/e2e/pages/daily-papers';
import { DeckPage } from '../../tests/e2e/pages/deck-page';
import { DigestPage } from '../../tests/e2e/pages/digest-page';
import { LibraryPage } from '../../tests/e2e/pages/library-page';
import { OptionsPage } from '../../tests/e2e/pages/options-page';
import { PageBar } from '../../tests/e2e/pages/page-bar';
import { PopupPage } from '../../tests/e2e/pages/popup-page';
import { serveDigest } from '../../tests/fixtures/svelte/page';
import { fillLibrary } from '../library/fill';
import type { View } from './view';

/** How many papers there are. */
interface Filling {
  readonly saved: number;
  /** On the list of each of the last days, oldest first; the last one is today. */
  readonly listed: readonly number[];
}

const fillings: readonly Filling[] = [
  { saved: 0, listed: [0] },
  { saved: 1, listed: [1] },
  { saved: 20, listed: [20] },
  { saved: 20_000, listed: [40, 53, 44, 62, 48, 57] },
];

/** Fills the store and has the site tell its lists. @returns The address of today's page. */
async function fill(harness: Harness, { saved, listed }: Filling): Promise<string> {
  if (saved > 0) await fillLibrary(harness.session, { seed: 2, count: saved });
  const served = await DailyPapers.serve(harness, listed);
  await served.poll();
  const day = served.days().at(-1)?.day ?? '';
  return serveDigest(harness.site, { day, papers: served.entries(day) });
}

async function* showDigest({ session }: Harness, url: string, count: number) {
  const page = await session.open(url);
  if (count === 0) {
    await find(page, 'main');
    yield { state: 'digest', page };
    return;
  }
  const digest = new DigestPage(page);
  await digest.isMarked();
  const bar = new PageBar(page);
  await bar.says(`${count} new`);
  yield { state: 'digest', page };
  await bar.press('more');
  yield { state: 'digest-menu', page };
  await bar.press('close');
  const [first, second] = await digest.papers();
  await digest.reads((second ?? first)?.id ?? '');
  await find(page, 'offprint-bar >>> .column .note');
  yield { state: 'digest-column', page };
  await bar.press('close');
  await bar.press('collapse');
  yield { state: 'digest-pill', page };
  await bar.press('expand');
}

async function* showPopup({ session }: Harness, hasPapers: boolean) {
  const popup = await PopupPage.open(session);
  await popup.goTo('Saved');
  yield { state: 'popup-saved', page: popup.page };
  if (hasPapers) {
    await click(popup.page, '[role="tabpanel"] [data-paper] [data-action="open"]');
    await find(popup.page, '[data-paper] .body textarea');
    yield { state: 'popup-saved-opened', page: popup.page };
  }
  await popup.goTo('New');
  yield { state: 'popup-new', page: popup.page };
}

async function* showLibrary({ session }: Harness, hasPapers: boolean) {
  const library = await LibraryPage.open(session);
  await library.says(hasPapers ? ' paper' : 'Nothing saved yet');
  yield { state: 'library', page: library.page };
  if (!hasPapers) return;
  await library.press('j');
  await library.says('Abstract', '.pane');
  yield { state: 'library-paper', page: library.page };
}

async function* showDeck({ session }: Harness, count: number) {
  const deck = await DeckPage.open(session);
  yield { state: 'deck', page: deck.page };
  if (count === 0) return;
  if (count > 3) {
    await deck.press('s', 'ArrowDown', 'x');
    await find(deck.page, '.trail li:nth-child(3)');
    yield { state: 'deck-trail', page: deck.page };
    await deck.act('rest');
  } else await deck.press('s');
  await find(deck.page, '.deck-end');
  yield { state: 'deck-end', page: deck.page };
}

async function* showOptions({ session }: Harness) {
  const options = await OptionsPage.open(session);
  yield { state: 'options', page: options.page };
}

/** Every view with 0, 1, 20 and 20,000 papers; a day has as many as it may have. */
export function countedViews(sizes: readonly Size[]): readonly View[] {
  return fillings.map((filling) => {
    const { saved, listed } = filling;
    const today = listed.at(-1) ?? 0;
    return {
      name: `${saved}-papers`,
      sizes,
      async *show(harness): AsyncGenerator<{ state: string; page: Page }> {
        const url = await fill(harness, filling);
        yield* showPopup(harness, saved > 0);
        yield* showLibrary(harness, saved > 0);
        yield* showOptions(harness);
        yield* showDigest(harness, url, today);
        yield* showDeck(harness, today);
      },
    };
  });
}
