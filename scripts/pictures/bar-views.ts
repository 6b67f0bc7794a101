import type { Page } from 'puppeteer-core';
import { click, find } from '../../tests/e2e/harness/page';
import type { Harness } from '../../tests/e2e/harness/suite';
import type { Size } from '../../tests/e2e/looks/look';
import { DailyPapers } from '../../tests/e2e/pages/daily-papers';
import { DigestPage } from '../../tests/e2e/pages/digest-page';
import { PageBar } from '../../tests/e2e/pages/page-bar';
import { Probe } from '../../tests/e2e/pages/probe';
import { Store } from '../../tests/e2e/pages/store';
import { dayBefore } from '../../tests/e2e/pages/told-lists';
import { papersOf, special } from '../../tests/fixtures/papers';
import { serveDigest } from '../../tests/fixtures/svelte/page';
import type { View } from './view';

type Shown = AsyncGenerator<{ state: string; page: Page }>;

const top = (page: Page) => page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));

/** A day of which some was seen, until nothing of it is left. */
async function* aDay(harness: Harness): Shown {
  const { site, session } = harness;
  const served = await DailyPapers.serve(harness, [12, 15]);
  await served.poll();
  const day = served.days().at(-1)?.day ?? '';
  const url = await serveDigest(site, { day, papers: served.entries(day) });
  const digest = await DigestPage.open(session, url);
  const { page } = digest;
  const bar = new PageBar(page);
  await bar.says('15 new');
  await bar.answer('offer');
  const [first, second, third] = await digest.papers();
  await digest.save(first?.title ?? '');
  await digest.dismiss(third?.title ?? '');
  await click(page, `offprint-card[data-paper="${first?.id}"] >>> [data-action="status"]`);
  yield { state: 'menu-of-a-card', page };
  await page.keyboard.press('Escape');
  await digest.looksAt(second?.id ?? '', new Store(session));
  await page.reload();
  await digest.shows(second?.id ?? '', 'seen');
  await top(page);
  yield { state: 'new-and-seen', page };
  await bar.press('more');
  yield { state: 'two-ways-to-dismiss', page };
  await bar.press('close');
  await bar.choose('hide');
  await bar.press('close');
  await top(page);
  yield { state: 'seen-hidden', page };
  await bar.answer('seen');
  await (await Probe.open(session)).rule({
    effect: 'mute',
    subject: 'phrase',
    value: second?.title ?? '',
  });
  await bar.tells('muted', '1 muted paper');
  await bar.coversAtTheEnd();
  yield { state: 'at-the-end', page };
  await new Store(session).keepLocally({ options: { seenWhen: 'page' } });
  await page.reload();
  await bar.says('All seen');
  await top(page);
  yield { state: 'all-seen', page };
  await bar.choose('dismiss-rest');
  await bar.says('Done');
  await top(page);
  yield { state: 'done', page };
}

/** The page of a day that is not kept, with titles that are long, a formula, or run from right to left. */
async function* anOldDay({ site, session }: Harness): Shown {
  const day = dayBefore(60);
  const url = await serveDigest(site, { day, papers: papersOf('2026-03-27') });
  const digest = await DigestPage.open(session, url);
  const { page } = digest;
  const bar = new PageBar(page);
  await bar.says('24 new · older, not counted');
  yield { state: 'not-counted', page };
  await bar.press('more');
  yield { state: 'not-counted-menu', page };
  await bar.press('count-day');
  await bar.tells('notice', 'Counted 24 papers as new');
  yield { state: 'counted', page };
  const odd = { 'long-title': special.long, formula: special.tex, 'right-to-left': special.arabic };
  for (const [state, id] of Object.entries(odd)) {
    await digest.reads(`arxiv:${id}`);
    await find(page, 'offprint-bar >>> .column .note');
    yield { state, page };
    await bar.press('close');
  }
}

/** The page bar in each of its states. */
export function barViews(sizes: readonly Size[]): readonly View[] {
  return [
    { name: 'bar', sizes, show: aDay },
    { name: 'bar-of-an-old-day', sizes, show: anOldDay },
  ];
}
