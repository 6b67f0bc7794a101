import { expect, test } from 'vitest';
import { axe, click, find } from './harness/page';
import { useHarness } from './harness/suite';
import { waitUntil } from './harness/wait';
import { cardsIn } from './pages/cards';
import { FixtureDigest } from './pages/fixture-page';
import { PageBar } from './pages/page-bar';
import { Store } from './pages/store';

/** What some papers of the fixture are about. */
const topic = 'Sparse Attention';

const harness = useHarness('chromium');

test('says what is likely and why, orders by it and keeps that, and takes back that there be less like it', async () => {
  const digest = await FixtureDigest.serve(harness.site, harness.session);
  await digest.hydrates();
  await digest.controlsMoveIn();
  const { page } = digest;
  const papers = await digest.papers();
  const bar = new PageBar(page);
  const store = new Store(harness.session);
  const liked = papers.filter(({ title }) => title.includes(topic)).map(({ id }) => id);
  const others = papers.map(({ id }) => id).filter((id) => !liked.includes(id));
  // Of a day long ago nobody waits for an answer.
  await bar.choose('count-day');
  await bar.tells('notice', 'Counted');
  await store.decideOften(liked, others);
  const [first = ''] = liked;
  const mark = `offprint-card[data-paper="${first}"] >>> [data-action="why"]`;
  const why = await find(page, mark);
  await why.hover();
  const name = () => why.evaluate((node) => node.getAttribute('aria-label') ?? '');
  await waitUntil(async () => (await name()).includes('because'), { what: 'a reason' });
  expect(await name()).toMatch(
    /^(?:Very likely|Likely|Maybe) for you, because you saved \d+ of \d+ on “/,
  );
  for (const dark of [false, true]) {
    await harness.session.setDark(page, dark);
    await click(page, mark);
    await find(page, `offprint-card[data-paper="${first}"] >>> [role="dialog"]:popover-open`);
    expect(await axe(page, ['offprint-card'])).toEqual([]);
    await page.keyboard.press('Escape');
  }

  await bar.sortBy('forYou');
  const isFirst = async () => liked.includes((await cardsIn(page)).seen[0] ?? '');
  await waitUntil(isFirst, { what: 'the likeliest to be first' });
  expect(await page.$$('offprint-card[data-widens]')).toHaveLength(1);
  expect(await axe(page, ['offprint-bar', 'offprint-card'])).toEqual([]);
  await harness.session.reload(page);
  await digest.isMarked();
  await waitUntil(isFirst, { what: 'the order to be kept' });

  await click(page, mark);
  await click(page, `offprint-card[data-paper="${first}"] >>> [data-action="less"]`);
  await digest.shows(first, 'dismissed');
  expect(await isFirst()).toBe(true);
  await digest.undo(papers.find(({ id }) => id === first)?.title ?? '');
  await find(page, mark);
  expect(await digest.stateOf(first)).toBe('seen');
});
