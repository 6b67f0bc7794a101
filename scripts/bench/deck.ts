import type { Page } from 'puppeteer-core';
import { paperOf } from '../../sites/huggingface/entry';
import { DeckPage } from '../../tests/e2e/pages/deck-page';
import { Probe } from '../../tests/e2e/pages/probe';
import { digestOf } from '../../tests/fixtures/papers';
import { inTurns, type Measure } from './measure';
import { summarize } from './result';

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

async function press(page: Page, key: 'x' | 'z'): Promise<number> {
  await page.evaluate(timeKey);
  await page.keyboard.press(key);
  return page.evaluate(() => (globalThis as unknown as TimedWindow).__painted);
}

/** A decision in the deck until the next paper is painted, against a key that does nothing. */
export const deck: Measure = {
  title: 'deck',
  sizes: [20_000],
  async run(bench) {
    const papers = digestOf(120).flatMap((entry) => paperOf(entry) ?? []);
    await (await Probe.open(bench.session)).meet('2026-03-27', papers);
    const opened = await DeckPage.open(bench.session);
    const decide = async () => {
      const before = await opened.current();
      const ms = await press(opened.page, 'x');
      if ((await opened.current()) === before) throw new Error('The paper on top stayed');
      return ms;
    };
    const samples = await inTurns(4 * bench.runs, decide, () => press(opened.page, 'z'));
    await opened.page.close();
    return [summarize('deck, key to next paper', bench.papers, samples, { plusMs: 16 })];
  },
};
