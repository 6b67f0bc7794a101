import { bundle } from '../library/bundle';
import { openLibrary } from './library-page';
import { inTurns, type Measure, rest, tool } from './measure';
import { type Sample, summarize } from './result';

/** A note saved as the popup saves it. */
export const note: Measure = {
  title: 'note',
  sizes: [1000, 20_000],
  async run(bench) {
    const samples = await inTurns(2 * bench.runs, tool(bench, 'saveNote'), tool(bench, 'barePut'));
    return [summarize('note saved', bench.papers, samples, { times: 2.5 })];
  },
};

/** A note and a tag saved in the library's page, with all it shows following. */
export const inLibrary: Measure = {
  title: 'saved in library',
  sizes: [20_000],
  grows: true,
  async run(bench) {
    const page = await openLibrary(bench);
    await page.evaluate(await bundle('scripts/bench/in-page.ts'));
    const there = { tools: page };
    const runs = 2 * bench.runs;
    const notes = await inTurns(runs, tool(there, 'saveNote'), tool(there, 'barePut'));
    const tags = await inTurns(runs, tool(there, 'saveTag'), tool(there, 'barePut'));
    await page.close();
    return [
      summarize('note saved, library open', bench.papers, notes, { times: 2.5 }),
      summarize('tag saved, library open', bench.papers, tags, { times: 3 }),
    ];
  },
};

/** The badge after a paper was marked. */
export const badge: Measure = {
  title: 'badge',
  sizes: [20_000],
  async run(bench) {
    const samples = await inTurns(bench.runs, tool(bench, 'badge'), tool(bench, 'bareEvent'));
    return [summarize('badge after a change', bench.papers, samples, { mostMs: 50 })];
  },
};

/** The search box: the first key, for which the texts are read, and every key after it. */
export const searching: Measure = {
  title: 'search',
  sizes: [1000, 20_000],
  async run(bench) {
    const first = await inTurns(bench.runs, tool(bench, 'firstSearch'), tool(bench, 'bareRead'));
    const keys: Sample[] = [];
    for (let run = 0; run < bench.runs; run += 1) {
      keys.push(await tool(bench, 'keys')('latent reasoning'));
      await rest();
    }
    return [
      summarize('search, first key', bench.papers, first, { times: 1 }),
      summarize('search, each further key', bench.papers, keys, { times: 0.5 }),
    ];
  },
};
