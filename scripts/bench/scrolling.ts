import type { Page } from 'puppeteer-core';
import { openLibrary } from './library-page';
import { type Measure, rest } from './measure';
import { percentile, type Sample, summarize } from './result';

interface FramedWindow {
  __frames: number[];
  __isOver: boolean;
}

/** Notes the length of each frame in ms, from a list's top on. Runs in the page. */
function record(selector: string): void {
  const list = document.querySelector(selector);
  if (!list) throw new Error('Nothing to scroll');
  list.scrollTop = 0;
  const scope = globalThis as unknown as FramedWindow;
  scope.__frames = [];
  scope.__isOver = false;
  let last = 0;
  const note = (now: number) => {
    if (last) scope.__frames.push(now - last);
    last = now;
    if (!scope.__isOver) requestAnimationFrame(note);
  };
  requestAnimationFrame(note);
}

/** Runs in the page. */
function recorded(): number[] {
  const scope = globalThis as unknown as FramedWindow;
  scope.__isOver = true;
  return scope.__frames;
}

/** Scrolls as a finger does for two seconds, 60 pixels a frame. */
async function scroll(page: Page, selector: string): Promise<number[]> {
  await page.evaluate(record, selector);
  const devtools = await page.createCDPSession();
  await devtools.send('Input.synthesizeScrollGesture', {
    x: 500,
    y: 500,
    yDistance: -7200,
    speed: 3600,
  });
  await devtools.detach();
  return page.evaluate(recorded);
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
    const lengths = await scroll(page, selector);
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
