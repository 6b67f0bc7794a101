import { expect, test } from 'vitest';
import { paperOf } from '../../sites/huggingface/entry';
import { papersOf } from '../fixtures/papers';
import { axe } from './harness/page';
import { forEachBrowser, useHarness } from './harness/suite';
import { waitUntil } from './harness/wait';
import { FixtureDigest } from './pages/fixture-page';
import { PageBar } from './pages/page-bar';
import { Probe } from './pages/probe';

forEachBrowser((name) => {
  const harness = useHarness(name);

  test('a page tells what is followed, and folds what is muted without a hole', async () => {
    const probe = await Probe.open(harness.session);
    const digest = await FixtureDigest.serve(harness.site, harness.session);
    await digest.hydrates();
    await digest.controlsMoveIn();
    const { page } = digest;
    const bar = new PageBar(page);
    await bar.says('24 new');
    await bar.choose('count-day');
    await bar.tells('notice', 'Counted 24 papers as new');
    const listed = papersOf('2026-03-27').flatMap((entry) => paperOf(entry) ?? []);
    const { id, organization = '' } = listed.find((paper) => paper.organization) ?? { id: '' };
    const followed = listed.filter((paper) => paper.organization === organization);
    await digest.reads(id);
    await bar.hasFollow();
    await page.evaluate(pressEverything);
    await bar.follow('organization');
    await bar.tells('notice', `You follow ${organization} from now on`);
    const marked = Object.fromEntries(
      followed.map((paper) => [paper.id, `You follow ${organization}`]),
    );
    await waitUntil(async () => Object.keys(await digest.marks()).length > 0, { what: 'marks' });
    expect(await digest.marks()).toEqual(marked);
    // What axe reads of a page is the same in both browsers.
    for (const dark of name === 'chromium' ? [true, false] : []) {
      await harness.session.setDark(page, dark);
      expect(await axe(page, ['offprint-bar', 'offprint-card'])).toEqual([]);
    }
    await bar.press('close');

    const other = listed.findLast((paper) => paper.organization !== organization);
    const author = other?.authors?.[0] ?? '';
    await probe.rule({ effect: 'mute', subject: 'author', value: author });
    const counts = await probe.news();
    const rest = 24 - counts.muted;
    expect(counts.muted).toBeGreaterThan(0);
    expect(counts.new).toBe(rest);
    await bar.tells('muted', `${counts.muted} muted paper`);
    await bar.says(`${rest} new`);
    const isFollowed = (words: string) => words.startsWith('You follow');
    expect(Object.values(await digest.marks()).filter(isFollowed)).toHaveLength(counts.followed);
    expect(await page.evaluate(rowsOfCards)).toBe(Math.ceil(rest / 3));
    await bar.answer('muted');
    await waitUntil(async () => other && (await digest.marks())[other.id], { what: 'its card' });
    expect((await digest.marks())[other?.id ?? '']).toMatch(`You mute authors named ${author}`);
    expect(await page.evaluate(rowsOfCards)).toBe(8);
    expect(await digest.damage()).toMatchObject({ mismatches: 0, lostArticles: 0 });
    expect(await probe.inconsistencies()).toEqual([]);
  });
});

/** What a script of the page can do to the bar. Runs in the page. */
function pressEverything(): void {
  const root = document.querySelector('offprint-bar')?.shadowRoot;
  for (const button of root?.querySelectorAll('button') ?? []) {
    button.click();
    button.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
  }
}

/** In how many rows the cards stand that can be seen. Runs in the page. */
function rowsOfCards(): number {
  const cards = [...document.querySelectorAll('article')].filter(
    ({ offsetWidth }) => offsetWidth > 0,
  );
  return new Set(cards.map((card) => Math.round(card.getBoundingClientRect().top))).size;
}
