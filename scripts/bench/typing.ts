import type { Page } from 'puppeteer-core';
import { bundle } from '../library/bundle';
import type { Drawn } from './in-page-bare';
import { openLibrary } from './library-page';
import { type Bench, beside, type Measure, rest, tool } from './measure';
import { leastRuns, percentile, type Sample, summarize } from './result';
import { openScreen, takeScreen } from './screen';
import { type Key, typeTo } from './type-to';

const words = ['latent', 'reasoning', 'retrieval', 'diffusion'];
/** How long nothing may happen in a page until a key counts as settled, in ms. */
const quiet = { library: 400, bare: 30 } as const;

async function clear(page: Page): Promise<void> {
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('.search input');
    if (!input) return;
    input.value = '';
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

/** Types every word, key by key, each when what the last one brought is drawn. */
async function typeAll(page: Page, of: keyof typeof quiet): Promise<Key[]> {
  await page.bringToFront();
  await rest();
  const keys: Key[] = [];
  for (const word of words) {
    for (let length = 1; length <= word.length; length += 1)
      keys.push(await page.evaluate(typeTo, word.slice(0, length), quiet[of]));
    await clear(page);
    await rest(2 * quiet[of]);
  }
  return keys;
}

/** The library's own screen, with a search box that scans the texts and draws what the library drew. */
async function openBare(bench: Bench, library: Page, keys: readonly Key[]) {
  const page = await openScreen(bench, 'typing', await takeScreen(library));
  await page.evaluate(await bundle('scripts/bench/in-page.ts'));
  const drawn: Record<string, Drawn> = Object.fromEntries(
    keys.map(({ typed, drawn: next }) => [typed, next]),
  );
  const search = tool({ tools: page }, 'bareSearch');
  return async (counts: boolean) => {
    await search({ drawn, counts });
    return typeAll(page, 'bare');
  };
}

/** The first key on pages that have just opened; resolves to the last of them, with an empty search box. */
async function firstKeys(bench: Bench): Promise<{ page: Page; firsts: number[] }> {
  const firsts: number[] = [];
  for (;;) {
    const page = await openLibrary(bench);
    firsts.push((await page.evaluate(typeTo, 'l', quiet.library)).rows);
    await clear(page);
    await rest(2 * quiet.library);
    if (firsts.length === leastRuns) return { page, firsts };
    await page.close();
  }
}

/** What the keys of several rounds took, in the library and at the bare search box. */
interface Rounds {
  readonly rows: readonly Sample[];
  readonly counts: readonly Sample[];
}

async function inRounds(bench: Bench, page: Page): Promise<Rounds> {
  const type = await openBare(bench, page, await typeAll(page, 'library'));
  await type(true);
  const rows: Sample[] = [];
  const counts: Sample[] = [];
  for (let round = 0; round < 2; round += 1) {
    const keys = await typeAll(page, 'library');
    const drawn = await type(false);
    const counted = await type(true);
    rows.push(...beside(...pair(keys, drawn, (key) => key.rows)));
    // Where nothing of the counts changed there is nothing to see.
    counts.push(
      ...beside(...pair(keys, counted, (key) => key.counts)).filter(
        ({ ms, bareMs }) => ms * bareMs,
      ),
    );
  }
  return { rows, counts };
}

function pair(
  keys: readonly Key[],
  bare: readonly Key[],
  of: (key: Key) => number,
): [number[], number[]] {
  return [keys.map(of), bare.map(of)];
}

/** Keys in the library's search box until rows and counts are painted: the first, and once warm. */
export const typing: Measure = {
  title: 'typing',
  sizes: [20_000],
  grows: true,
  async run(bench) {
    const { papers } = bench;
    const { page, firsts } = await firstKeys(bench);
    const { rows, counts } = await inRounds(bench, page);
    const bareMs = rows[0]?.bareMs ?? Number.NaN;
    const first = firsts.map((ms) => ({ ms, bareMs }));
    const p95 = percentile(0.95);
    return [
      summarize('library, first key to rows', papers, first, { mostMs: 200 }),
      summarize('library, key to rows', papers, rows, { times: 1.5 }),
      summarize('library, key to rows, p95', papers, rows, { times: 2 }, p95),
      summarize('library, key to counts, p95', papers, counts, { times: 2 }, p95),
    ];
  },
};
