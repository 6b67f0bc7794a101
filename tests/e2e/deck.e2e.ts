import { beforeEach, expect, test } from 'vitest';
import type { Paper } from '../../papers/paper';
import { paperOf } from '../../sites/huggingface/entry';
import { papersOf } from '../fixtures/papers';
import { find } from './harness/page';
import { forEachBrowser, useHarness } from './harness/suite';
import { waitUntil } from './harness/wait';
import { DeckPage } from './pages/deck-page';
import { Probe } from './pages/probe';

const listOf = (day: string): Paper[] => papersOf(day).flatMap((entry) => paperOf(entry) ?? []);
const days = ['2026-03-26', '2026-03-27', '2026-03-30'];
const total = new Set(days.flatMap(listOf).map(({ id }) => id)).size;

forEachBrowser((name) => {
  const harness = useHarness(name);
  const open = (scope = '') => DeckPage.open(harness.session, scope);
  let probe: Probe;

  beforeEach(async () => {
    probe = await Probe.open(harness.session);
  });

  const meetAll = async () => {
    for (const day of days) await probe.meet(day, listOf(day));
  };

  test('keys decide, a reason is followed, what was decided is taken back, and the end is taken along', async () => {
    await meetAll();
    const deck = await open('?days=2026-03-30');
    await deck.says('One day · 15 papers');
    const first = (await deck.current()) ?? '';
    await deck.press('f', 'Enter');
    await deck.says('You follow ', '.why');
    await deck.press('Escape');
    await find(deck.page, '.paper-cards:focus');
    await deck.press('x', 's', 'ArrowDown', 'ArrowLeft', 'ArrowRight', ' ');
    await deck.says('9 left');
    await deck.press('u', 'u', 'u', 'u', 'u', 'u');
    await deck.shows(first);
    await deck.press('s', 's');
    await deck.says('13 left');
    await deck.act('rest');
    await deck.says('You saved 2 papers, put off 0 and dismissed 13.');
    await deck.act('copy');
    await deck.says('Copied 2 papers');
    expect(await probe.inconsistencies()).toEqual([]);
  });

  test('a page that is killed between two keys goes on where it was', async () => {
    await meetAll();
    const deck = await open();
    await deck.says(`${total} left`);
    await deck.press('s');
    await waitUntil(async () => (await probe.counted()).unread === 1, { what: 'the save' });
    await deck.press('x', 's');
    await deck.page.close();
    // Before another page reads, so that what was under way is either there or never will be.
    const { new: left = 0, unread = 0, dismissed = 0 } = await probe.counted();
    expect(left + unread + dismissed).toBe(total);
    const again = await open();
    await again.says(`${left} left`);
    const current = (await again.current()) ?? '';
    await again.press('t');
    await find(again.page, '.tag-field input:focus');
    await again.page.keyboard.type('agents');
    await again.press('Enter');
    await again.says('agents', '.paper-card');
    await again.press('Escape');
    await again.shows(current);
    await again.press('s');
    await again.says(`${left - 1} left`);
    await waitUntil(async () => (await probe.counted()).new === left - 1, { what: 'the save' });
    await again.page.close();
    const third = await open();
    await third.says(`${left - 1} left`);
    await third.press('u');
    await third.shows(current);
    expect(await probe.counted()).toMatchObject({ new: left, unread });
    expect(await probe.inconsistencies()).toEqual([]);
  });

  test('a finger draws a paper to a side, and nothing sticks out of a narrow window', async () => {
    await probe.meet('2026-03-27', [
      { id: 'arxiv:2603.00001', title: 'Unbreakable'.repeat(40), upvotes: 9 },
      { id: 'arxiv:2603.00002', title: 'نماذج لغوية صغيرة للفهم العميق', upvotes: 8 },
      { id: 'arxiv:2603.00003', title: 'Plain', abstract: 'Long words. '.repeat(900), upvotes: 7 },
    ]);
    const deck = await open();
    for (const [width, height] of [
      [320, 480],
      [360, 640],
      [640, 360],
    ] as const) {
      await deck.page.setViewport({ width, height });
      expect(await deck.page.evaluate(sticksOut), `${width} × ${height}`).toEqual([]);
    }
    await deck.page.setViewport({ width: 360, height: 640 });
    await deck.shows('arxiv:2603.00001');
    await swipe(deck, 60);
    await swipe(deck, 160);
    await deck.shows('arxiv:2603.00002');
    await swipe(deck, -160);
    await deck.shows('arxiv:2603.00003');
    await deck.press('PageDown');
    await waitUntil(() => deck.page.$eval('.paper-card', (card) => card.scrollTop > 50), {
      what: 'the card to scroll',
    });
    await waitUntil(async () => (await probe.counted()).dismissed === 1, { what: 'the write' });
    expect(await probe.counted()).toEqual({ unread: 1, dismissed: 1, new: 1 });
  });
});

/** Draws the paper on top to a side, by so many pixels, with a finger. */
async function swipe({ page }: DeckPage, by: number): Promise<void> {
  const [x, y] = [180, 260];
  await page.touchscreen.touchStart(x, y);
  for (const part of [0.3, 0.6, 1]) await page.touchscreen.touchMove(x + by * part, y + 4 * part);
  await page.touchscreen.touchEnd();
}

/** What of the page reaches beyond the window. Runs in the page. */
function sticksOut(): string[] {
  const wide = document.documentElement.scrollWidth > innerWidth ? ['the page'] : [];
  const card = document.querySelector('.paper-card');
  const inside = card && card.scrollWidth > card.clientWidth + 1 ? ['what is in the card'] : [];
  const buttons = [...document.querySelectorAll('.deck button')]
    .filter((button) => button.checkVisibility())
    .filter((button) => {
      const { left, right, bottom } = button.getBoundingClientRect();
      const isAction = button.closest('.deck-actions') !== null;
      return left < -1 || right > innerWidth + 1 || (isAction && bottom > innerHeight + 1);
    });
  return [...wide, ...inside, ...buttons.map((button) => button.outerHTML.slice(0, 80))];
}
