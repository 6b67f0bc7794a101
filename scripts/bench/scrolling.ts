import type { Page } from 'puppeteer-core';
import { openLibrary } from './library-page';
import { type Measure, rest } from './measure';
import { percentile, type Sample, summarize } from './result';

/** Scrolls for two seconds and gives the length of each frame in ms. Runs in the page. */
async function scroll(selector: string): Promise<number[]> {
  const list = document.querySelector(selector);
  if (!list) throw new Error('Nothing to scroll');
  list.scrollTop = 0;
  const frames: number[] = [];
  const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  await nextFrame();
  let last = await nextFrame();
  const end = last + 2000;
  while (last < end) {
    list.scrollTop += 60;
    const now = await nextFrame();
    frames.push(now - last);
    last = now;
  }
  return frames;
}

/** Makes a page of lines of text as long as the library's list, without any script at work. */
function fill(): void {
  const lines = Array.from({ length: 400 }, (_, at) => `<p style="height:44px">Line ${at}</p>`);
  document.body.innerHTML = `<div id="bare" style="height:90vh;overflow:auto">${lines.join('')}</div>`;
}

async function frames(page: Page, selector: string): Promise<number[][]> {
  await page.emulateCPUThrottling(4);
  const runs: number[][] = [];
  for (let run = 0; run < 6; run += 1) {
    const lengths = await page.evaluate(scroll, selector);
    if (run > 0) runs.push(lengths);
    await rest(300);
  }
  await page.emulateCPUThrottling(null);
  await page.close();
  return runs;
}

/** The library's list scrolled at 60 pixels a frame on a processor slowed down four times. */
export const scrolling: Measure = {
  title: 'scrolling',
  sizes: [20_000],
  async run(bench) {
    const rich = await frames(await openLibrary(bench), '[data-list]');
    const plain = await bench.session.openExtensionPage('icon/16.png');
    await plain.evaluate(fill);
    const bare = await frames(plain, '#bare');
    const samples = (of: (lengths: readonly number[]) => number): Sample[] =>
      rich.map((lengths, at) => ({ ms: of(lengths), bareMs: of(bare[at] ?? []) }));
    const { papers } = bench;
    return [
      summarize('scrolling at 4 × CPU, usual frame', papers, samples(percentile(0.5)), {
        mostMs: 17,
      }),
      summarize('scrolling at 4 × CPU, longest frame', papers, samples(percentile(1)), {
        mostMs: 50,
      }),
    ];
  },
};
