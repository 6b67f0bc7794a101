import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { isoDay } from '../../papers/record';
import { launch } from '../../tests/e2e/harness/launch';
import { find } from '../../tests/e2e/harness/page';
import type { Session } from '../../tests/e2e/harness/session';
import { type Site, startSite } from '../../tests/e2e/harness/site';
import type { BrowserName } from '../../tests/e2e/harness/start';
import { DeckPage } from '../../tests/e2e/pages/deck-page';
import { DigestPage } from '../../tests/e2e/pages/digest-page';
import { LibraryPage } from '../../tests/e2e/pages/library-page';
import { OptionsPage } from '../../tests/e2e/pages/options-page';
import { PopupPage } from '../../tests/e2e/pages/popup-page';
import { papersOf, special } from '../../tests/fixtures/papers';
import { serveDigest } from '../../tests/fixtures/svelte/page';
import { shoot } from '../pictures/shoot';

/** What the demo was started with. */
export interface DemoOptions {
  readonly browser: BrowserName;
  /** True for the real site, false for the fixture at its address. */
  readonly live: boolean;
}

const screenshots = 'screenshots';
const say = (sentence: string) => console.log(`• ${sentence}`);
const extensionDir = (browser: BrowserName) =>
  resolve(`.output/${browser === 'firefox' ? 'firefox' : 'chrome'}-mv3`);

interface Addresses {
  readonly site: Site | undefined;
  readonly digest: string;
  /** A digest that lists one of the saved papers again. */
  readonly later: string;
}

async function addressesOf({ live }: DemoOptions): Promise<Addresses> {
  const home = 'https://huggingface.co/papers';
  if (live) return { site: undefined, digest: home, later: home };
  const site = await startSite({ isShown: true });
  const later = await serveDigest(site, { day: '2026-03-30' });
  const papers = papersOf('2026-03-27');
  const digest = await serveDigest(site, { day: isoDay(Date.now()), papers });
  return { site, digest, later };
}

/** Opens the browser with the extension on the digest and leaves it to the reader. */
export async function show(options: DemoOptions): Promise<void> {
  const { site, digest } = await addressesOf(options);
  const { session, dispose } = await launch(options.browser, {
    site,
    headed: true,
    extensionDir: extensionDir(options.browser),
  });
  await session.open(digest);
  say('The digest is open, with Offprint in the toolbar. Close the browser to end the demo.');
  await new Promise<void>((done) => session.browser.once('disconnected', () => done()));
  await dispose().catch(() => undefined);
  site?.close();
}

const picture = (session: Session, page: Page, name: string): Promise<number> =>
  shoot(session, page, { path: join(screenshots, name) });

function choose(papers: readonly { id: string; title: string }[]) {
  const again = papers.find(({ id }) => id === `arxiv:${special.twice}`);
  const others = papers.filter((paper) => paper !== again);
  return [...(again ? [again] : []), ...others].slice(0, 3);
}

async function saveThree(session: Session, digest: DigestPage) {
  const papers = await digest.papers();
  say(`The digest lists ${papers.length} papers, ${await digest.newCount()} of them new.`);
  const chosen = choose(papers);
  for (const { title } of chosen) {
    await digest.save(title);
    say(`Saved with one click: “${title}”`);
  }
  await session.badgeShows('3');
  say('The badge says 3: three saved papers are unread.');
  await digest.page.evaluate(() => scrollTo(0, 0));
  await picture(session, digest.page, 'digest');
  return chosen;
}

async function tidyInPopup(session: Session, titles: readonly string[]): Promise<void> {
  const [first = '', second = '', third = ''] = titles;
  const popup = await PopupPage.open(session);
  await popup.lists(3);
  await popup.addTag(first, 'to discuss');
  say('Tagged the first “to discuss” in the popup.');
  await popup.writeNote(second, 'Compare with our own numbers.');
  say('Wrote a note on the second.');
  await popup.setStatus(third, 'read');
  say('Marked the third as read.');
  await session.badgeShows('2');
  say('The badge says 2.');
  await picture(session, popup.page, 'popup');
  await picture(session, (await OptionsPage.open(session)).page, 'options');
}

async function findInLibrary(session: Session, titles: readonly string[]): Promise<void> {
  const [first = '', second = ''] = titles;
  const library = await LibraryPage.open(session);
  await library.counts('3 papers');
  await library.search('tag:"to discuss"');
  await library.startsWith(first);
  await library.counts('1 of 3 papers');
  say('Found the first in the library by its tag.');
  await library.search('compare numbers');
  await library.startsWith(second);
  say('Found the second by two words of its note.');
  await library.press('Enter');
  await find(library.page, '.rows a:focus');
  await library.press('*', 'q');
  await library.says('“Read next”');
  say('Starred it and put it among those to read next, with two keys.');
  await picture(session, library.page, 'library');
}

async function catchUp(session: Session): Promise<void> {
  const deck = await DeckPage.open(session);
  const first = await deck.current();
  await picture(session, deck.page, 'deck');
  await deck.press('ArrowLeft', 'ArrowDown', 'ArrowRight');
  await session.badgeShows('3');
  if ((await deck.current()) === first) throw new Error('The deck did not go on');
  say('In the deck, dismissed one paper, left one for later and saved one, with three keys.');
}

async function run(session: Session, { digest, later }: Addresses): Promise<void> {
  const chosen = await saveThree(session, await DigestPage.open(session, digest));
  const titles = chosen.map(({ title }) => title);
  await tidyInPopup(session, titles);
  await findInLibrary(session, titles);
  await catchUp(session);
  await session.restart();
  say('Closed the browser and opened it again.');
  const second = await DigestPage.open(session, later);
  const [again] = chosen;
  if (!again) throw new Error('Nothing was saved');
  await second.shows(again.id, 'unread');
  say(`“${again.title}” is listed again and shown as saved.`);
  await session.badgeShows('3');
  const problems = await session.problems();
  if (problems.length > 0) throw new Error(`The extension reported:\n${problems.join('\n')}`);
}

/** Drives the whole scenario without a display and leaves screenshots. */
export async function drive(options: DemoOptions): Promise<void> {
  const addresses = await addressesOf(options);
  const userDataDir = await mkdtemp(join(tmpdir(), 'offprint-demo-'));
  const { session, dispose } = await launch(options.browser, {
    site: addresses.site,
    extensionDir: extensionDir(options.browser),
    userDataDir,
  });
  try {
    await run(session, addresses);
    say(`Screenshots are in ${screenshots}/.`);
  } finally {
    await dispose();
    addresses.site?.close();
    await rm(userDataDir, { recursive: true, force: true });
  }
}
