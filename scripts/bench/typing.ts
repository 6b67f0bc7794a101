import type { Page } from 'puppeteer-core';
import type { BenchWindow } from './in-page';
import { openLibrary } from './library-page';
import { type Bench, type Measure, rest } from './measure';
import { percentile, type Sample, summarize } from './result';

const words = ['latent', 'reasoning', 'retrieval', 'diffusion'];

/** When a key's rows and counts were there, in ms since the key. */
interface Key {
  readonly rows: number;
  readonly facets: number;
}

/**
 * Types a word into the search box, key by key, each when what the last one brought is drawn. Runs
 * in the page. Rows are there when the marks in them are of the word so far.
 */
async function type(word: string): Promise<Key[]> {
  const input = document.querySelector<HTMLInputElement>('.search input');
  const side = document.querySelector('.side');
  const main = document.querySelector('main');
  if (!input || !side || !main) throw new Error('No search box');
  const marked = (typed: string) =>
    [...document.querySelectorAll('[data-list] mark')].some(
      (mark) => mark.textContent?.toLowerCase() === typed,
    );
  const typeTo = (typed: string) =>
    new Promise<Key>((resolve, reject) => {
      const found = { rows: 0, facets: 0 };
      const start = performance.now();
      const watch = (target: Element, hit: () => void) => {
        const observer = new MutationObserver(hit);
        observer.observe(target, { childList: true, subtree: true, characterData: true });
        return observer;
      };
      const rows = watch(main, () => {
        if (!found.rows && marked(typed)) found.rows = performance.now() - start;
      });
      const facets = watch(side, () => {
        if (found.rows) found.facets ||= performance.now() - start;
      });
      setTimeout(() => {
        rows.disconnect();
        facets.disconnect();
        if (found.rows) resolve(found);
        else reject(new Error(`“${typed}” marks no row`));
      }, 700);
      input.value = typed;
      input.setSelectionRange(typed.length, typed.length);
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
  const keys: Key[] = [];
  for (let length = 1; length <= word.length; length += 1)
    keys.push(await typeTo(word.slice(0, length)));
  return keys;
}

async function clear(page: Page): Promise<void> {
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('.search input');
    if (!input) return;
    input.value = '';
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await rest(700);
}

async function typeAll(page: Page): Promise<Key[]> {
  const keys: Key[] = [];
  for (const word of words) {
    keys.push(...(await page.evaluate(type, word)));
    await clear(page);
  }
  return keys;
}

/** The mean of a key of the bare scan; see `keys` in in-page.ts. */
async function bareScan({ tools }: Bench): Promise<number> {
  const { bareMs } = await tools.evaluate(
    (query) => (globalThis as unknown as BenchWindow).offprintBench.keys(query),
    'latent reasoning',
  );
  return bareMs;
}

/** Keys in the library's search box until rows and counts are drawn: the first, and once warm. */
export const typing: Measure = {
  title: 'typing',
  sizes: [20_000],
  grows: true,
  async run(bench) {
    const bareMs = await bareScan(bench);
    const firsts: Sample[] = [];
    for (let run = 0; run < 5; run += 1) {
      const page = await openLibrary(bench);
      const [first] = await page.evaluate(type, 'l');
      firsts.push({ ms: first?.rows ?? Number.NaN, bareMs });
      if (run < 4) await page.close();
      else await clear(page);
      if (run === 4) return [...(await warm(bench, page, bareMs)), summarizeFirst(bench, firsts)];
    }
    return [];
  },
};

function summarizeFirst({ papers }: Bench, samples: readonly Sample[]) {
  return summarize('library, first key to rows', papers, samples, { mostMs: 200 });
}

async function warm({ papers }: Bench, page: Page, bareMs: number) {
  await typeAll(page);
  const keys = [...(await typeAll(page)), ...(await typeAll(page))];
  await page.close();
  const rows = keys.map(({ rows: ms }) => ({ ms, bareMs }));
  const facets = keys.filter(({ facets: ms }) => ms > 0).map(({ facets: ms }) => ({ ms, bareMs }));
  const p95 = percentile(0.95);
  return [
    summarize('library, key to rows', papers, rows, { mostMs: 16 }),
    summarize('library, key to rows, p95', papers, rows, { mostMs: 16 }, p95),
    summarize('library, key to counts, p95', papers, facets, { mostMs: 50 }, p95),
  ];
}
