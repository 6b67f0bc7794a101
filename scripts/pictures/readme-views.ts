import { click, find } from '../../tests/e2e/harness/page';
import type { Session } from '../../tests/e2e/harness/session';
import type { Harness } from '../../tests/e2e/harness/suite';
import { DailyPapers } from '../../tests/e2e/pages/daily-papers';
import { DeckPage } from '../../tests/e2e/pages/deck-page';
import { DigestPage } from '../../tests/e2e/pages/digest-page';
import { ImportPage } from '../../tests/e2e/pages/import-page';
import { LibraryPage } from '../../tests/e2e/pages/library-page';
import { PageBar } from '../../tests/e2e/pages/page-bar';
import { PopupPage } from '../../tests/e2e/pages/popup-page';
import { Probe } from '../../tests/e2e/pages/probe';
import { papersOn } from '../../tests/e2e/pages/told-lists';
import { serveDigest } from '../../tests/fixtures/svelte/page';
import { fillLibrary } from '../library/fill';
import type { View } from './view';

/** A reader's list of some months, and the lists of four days of which today's is partly decided on. */
async function aMorning(harness: Harness): Promise<DigestPage> {
  const { site, session } = harness;
  await fillLibrary(session, { seed: 4, count: 640 });
  const served = await DailyPapers.serve(harness, [31, 44, 38, 26]);
  await served.poll();
  const day = served.days().at(-1)?.day ?? '';
  const url = await serveDigest(site, { day, papers: served.entries(day) });
  const digest = await DigestPage.open(session, url);
  const [first, second, third] = await digest.papers();
  await digest.save(first?.title ?? '');
  await digest.dismiss(third?.title ?? '');
  await digest.save(second?.title ?? '');
  await digest.choose(second?.title ?? '', 'reading');
  return digest;
}

const tags = [
  ['to discuss'],
  ['thesis', 'baseline'],
  [],
  ['agents'],
  ['must read'],
  [],
  ['baseline'],
];

/** A list of titles that can be read. */
async function aList(session: Session): Promise<void> {
  const papers = [3, 2, 1].flatMap((daysAgo) => papersOn(daysAgo, 44));
  const probe = await Probe.open(session);
  await probe.save(
    papers,
    papers.map((_, at) => tags[at % tags.length] ?? []),
  );
}

const themes = ['light'] as const;

/** What a reference manager had: some of it is here, with tags and notes that are not; one entry is cut off. */
function aReferenceList(): string {
  const statuses = ['unread', 'read', 'skimmed'];
  const papers = [9, 6, 3, 2].flatMap((daysAgo) => papersOn(daysAgo, 44).slice(0, 40));
  const entries = papers.map(({ id, title = '', authors = [] }, at) => {
    const note = at % 9 === 0 ? ',\n  annote = {Compare with our own numbers.}' : '';
    return `@article{paper${at},
  title = {${title}}, author = {${authors.join(' and ')}}, year = 2026, eprint = {${id.slice('arxiv:'.length)}},
  archiveprefix = {arXiv}, keywords = {${at % 4 ? 'agents' : 'evaluation'}}, groups = {Reading group},
  readstatus = {${statuses[at % 3]}}, timestamp = {2026-0${1 + (at % 3)}-1${at % 9}}${note}
}`;
  });
  const [twin] = papersOn(1, 44);
  const doubtful = `@inproceedings{twin, title = {${twin?.title}}, author = {${twin?.authors?.join(' and ')}},
  doi = {10.18653/v1/2026.acl-long.77}, booktitle = {Proceedings of the Workshop on Samples}}`;
  return [...entries, doubtful, '@article{last, title = {What the'].join('\n');
}

/** The pictures of the README. */
export const readmeViews: readonly View[] = [
  {
    name: 'digest',
    themes,
    async *show(harness) {
      const { page } = await aMorning(harness);
      const bar = new PageBar(page);
      await bar.answer('offer');
      await page.evaluate(() => scrollTo(0, 0));
      yield { page };
    },
  },
  {
    name: 'popup',
    themes,
    async *show(harness) {
      const digest = await aMorning(harness);
      const [first] = await digest.papers();
      const popup = await PopupPage.open(harness.session);
      await popup.goTo('Saved');
      await popup.addTag(first?.title ?? '', 'to discuss');
      await popup.writeNote(first?.title ?? '', 'Compare with our own numbers.');
      await popup.page.evaluate(() => {
        (document.activeElement as HTMLElement | null)?.blur();
        document.querySelector('.scroller')?.scrollTo(0, 0);
      });
      yield { page: popup.page };
    },
  },
  {
    name: 'deck',
    themes,
    async *show(harness) {
      await aMorning(harness);
      const deck = await DeckPage.open(harness.session);
      await deck.press('x', 's', 'ArrowDown');
      await find(deck.page, '.trail li:nth-child(3)');
      yield { page: deck.page };
    },
  },
  {
    name: 'library',
    themes,
    async *show(harness) {
      await aList(harness.session);
      const library = await LibraryPage.open(harness.session);
      await library.press('j', 'r', 'j', 'j', 'r', 'r', 'j', 'f');
      await library.search('attention');
      await find(library.page, '.rows mark');
      await click(library.page, '.rows li:nth-child(3) h3');
      await library.says('Abstract', '.pane');
      yield { page: library.page };
    },
  },
  {
    name: 'import',
    themes,
    async *show({ session }) {
      await aList(session);
      const taking = await ImportPage.open(session);
      await taking.choose([{ name: 'My Library.bib', content: aReferenceList() }]);
      await taking.says('may be here already');
      yield { page: taking.page };
    },
  },
];
