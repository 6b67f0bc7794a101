import type { Page } from 'puppeteer-core';
import { listRows, takeRows } from './bare-list';
import { openLibrary } from './library-page';
import { type Bench, type Measure, rest } from './measure';
import { leastRuns, percentile, type Sample, summarize } from './result';
import { openScreen, takeScreen } from './screen';

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

/** Scrolls the list as a finger does for two seconds, 60 pixels a frame, on a processor slowed down four times. */
async function scroll(page: Page): Promise<number[]> {
  await page.bringToFront();
  await rest(300);
  await page.emulateCPUThrottling(4);
  await page.evaluate(record, '[data-list]');
  const devtools = await page.createCDPSession();
  await devtools.send('Input.synthesizeScrollGesture', {
    x: 500,
    y: 500,
    yDistance: -7200,
    speed: 3600,
  });
  await devtools.detach();
  const frames = await page.evaluate(recorded);
  await page.emulateCPUThrottling(null);
  return frames;
}

/** How many rows are passed in one run, and some more. */
const passed = 160;

/** The library's own screen, and a list of its rows that has no state. */
async function openBare(bench: Bench, library: Page): Promise<Page> {
  const rows = await library.evaluate(takeRows, passed);
  const page = await openScreen(bench, 'scrolling', await takeScreen(library));
  await page.evaluate(listRows, rows, bench.papers);
  return page;
}

/** The library's list scrolled, against the same rows without state. */
export const scrolling: Measure = {
  title: 'scrolling',
  sizes: [20_000],
  async run(bench) {
    const page = await openLibrary(bench);
    const bare = await openBare(bench, page);
    const lengths: { readonly rich: number[]; readonly plain: number[] }[] = [];
    for (let run = 0; run <= leastRuns; run += 1) {
      const pair = { rich: await scroll(page), plain: await scroll(bare) };
      if (run > 0) lengths.push(pair);
    }
    const samples = (of: (values: readonly number[]) => number): Sample[] =>
      lengths.map(({ rich, plain }) => ({ ms: of(rich), bareMs: of(plain) }));
    const line = (name: string, of: (values: readonly number[]) => number) =>
      summarize(`scrolling at 4 × CPU, ${name}`, bench.papers, samples(of), { times: 1.2 });
    return [line('usual frame', percentile(0.5)), line('longest frame', percentile(1))];
  },
};
