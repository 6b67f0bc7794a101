import type { Page } from 'puppeteer-core';
import { paperOf } from '../../sites/huggingface/entry';
import { waitUntil } from '../../tests/e2e/harness/wait';
import { DeckPage } from '../../tests/e2e/pages/deck-page';
import { Probe } from '../../tests/e2e/pages/probe';
import { digestOf } from '../../tests/fixtures/papers';
import { type Bench, beside, inTurns, type Measure, rest, tool } from './measure';
import { summarize } from './result';
import { openScreen, takeScreen } from './screen';

interface TimedWindow {
  __painted: Promise<number>;
}

/** Times the next key from its event until the frame after what it did is painted. Runs in the page. */
function timeKey(): void {
  const scope = globalThis as unknown as TimedWindow;
  scope.__painted = new Promise((resolve) => {
    const onKey = (): void => {
      const start = performance.now();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - start);
        port2.postMessage('');
      });
    };
    addEventListener('keydown', onKey, { capture: true, once: true });
  });
}

/** Decides on what is on top, and resolves to the ms until something else is. */
async function press(page: Page, current: () => Promise<string | undefined>): Promise<number> {
  await page.bringToFront();
  await rest();
  const before = await current();
  await page.evaluate(timeKey);
  await page.keyboard.press('x');
  const ms = await page.evaluate(() => (globalThis as unknown as TimedWindow).__painted);
  if ((await current()) === before) throw new Error('The paper on top stayed');
  return ms;
}

const card = '.paper-card';

/** Swaps the card on top with another at every key. Runs in the page. */
function swap(selector: string, markup: string): void {
  const template = document.createElement('template');
  template.innerHTML = markup;
  let [top, other] = [document.querySelector(selector), template.content.firstElementChild];
  addEventListener('keydown', () => {
    if (!top || !other) throw new Error('No two cards');
    top.replaceWith(other);
    [top, other] = [other, top];
  });
}

/** A page that looks like the deck and has two cards. */
async function openBare(bench: Bench, deck: DeckPage): Promise<Page> {
  const page = await openScreen(bench, 'deck', await takeScreen(deck.page));
  await press(deck.page, () => deck.current());
  await rest(500);
  const next = await deck.page.evaluate(
    (selector) => document.querySelector(selector)?.outerHTML ?? '',
    card,
  );
  await page.evaluate(swap, card, next);
  return page;
}

/** A decision in the deck until the next paper is painted, against two cards that are swapped. */
export const deck: Measure = {
  title: 'deck',
  sizes: [20_000],
  async run(bench) {
    const papers = digestOf(120).flatMap((entry) => paperOf(entry) ?? []);
    await (await Probe.open(bench.session)).meet('2026-03-27', papers);
    const opened = await DeckPage.open(bench.session);
    const bare = await openBare(bench, opened);
    const bareCurrent = () =>
      bare.evaluate(
        (selector) => document.querySelector<HTMLElement>(selector)?.dataset.paper,
        card,
      );
    const samples = await inTurns(
      2 * bench.runs,
      () => press(opened.page, () => opened.current()),
      () => press(bare, bareCurrent),
    );
    await tool(bench, 'makeLikely')(papers.map(({ id }) => id));
    await opened.page.reload();
    await waitUntil(() => opened.current(), { what: 'the paper on top' });
    const marked = await inTurns(
      2 * bench.runs,
      () => press(opened.page, () => opened.current()),
      () => press(bare, bareCurrent),
    );
    const plain = samples.map(({ ms }) => ms);
    const withMarks = marked.map(({ ms }) => ms);
    return [
      summarize('deck, key to next paper', bench.papers, samples, { times: 1.5 }),
      summarize('the same, a mark on each', bench.papers, beside(withMarks, plain), { plusMs: 1 }),
    ];
  },
};
