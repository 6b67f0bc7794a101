import type { Asked } from './in-page-sync';
import { heapOf } from './library';
import { type Bench, inTurns, type Measure, rest, tool } from './measure';
import { leastRuns, type Row, type Sample, summarize } from './result';

/** What each of several rounds asks for, beside one request and the bytes of the text in it. */
async function askedIn(
  bench: Bench,
  name: 'syncNote' | 'syncNothing' | 'syncJoin',
  barekB: number,
): Promise<{ requests: Sample[]; kB: Sample[] }> {
  const all: Asked[] = [];
  for (let run = 0; run < leastRuns; run += 1) all.push(await tool(bench, name)(run));
  return {
    requests: all.map(({ requests }) => ({ ms: requests, bareMs: 1 })),
    kB: all.map(({ kB }) => ({ ms: kB, bareMs: barekB })),
  };
}

/** What rounds ask of a storage in memory, in requests and kB. */
async function costs(bench: Bench): Promise<Row[]> {
  const { papers } = bench;
  const note = await askedIn(bench, 'syncNote', 0.3);
  const nothing = await askedIn(bench, 'syncNothing', 1);
  const joins = await askedIn(bench, 'syncJoin', 1);
  return [
    summarize('sync, one note, requests', papers, note.requests, { mostRequests: 6 }),
    summarize('sync, one note, kB', papers, note.kB, { mostKB: 8 }),
    summarize('sync, nothing new, requests', papers, nothing.requests, { mostRequests: 1 }),
    summarize('sync, a device joins, requests', papers, joins.requests, { mostRequests: 10 }),
    summarize('sync, a device joins, kB of words', papers, joins.kB, { mostKB: 1000 }),
  ];
}

/** What the sync costs where it is on: requests and bytes, loading all it keeps, a save, and the popup's memory. */
export const sync: Measure = {
  title: 'sync',
  sizes: [20_000],
  async run(bench) {
    const { papers, runs } = bench;
    await tool(bench, 'syncBegin')(0);
    try {
      const asked = await costs(bench);
      const load = await inTurns(runs, tool(bench, 'loadDocuments'), tool(bench, 'bareDocuments'));
      const switched = (isSynced: boolean) => tool(bench, 'syncSwitch')(isSynced);
      const saved = (isSynced: boolean) => async (run: number) => {
        await switched(isSynced);
        await rest();
        return tool(bench, 'syncDecide')(run);
      };
      const saves = await inTurns(2 * runs, saved(true), saved(false));
      const popup = (isSynced: boolean) => async () => {
        await switched(isSynced);
        return heapOf(bench, 'popup.html', 'li[data-paper]');
      };
      const heaps = await inTurns(leastRuns, popup(true), popup(false), 1);
      return [
        ...asked,
        summarize('sync, all documents loaded', papers, load, { mostMs: 400 }),
        summarize('a decision with sync on, against one without', papers, saves, { times: 1.3 }),
        summarize('memory with the popup and sync on, MB', papers, heaps, { times: 1.02 }),
      ];
    } finally {
      await tool(bench, 'syncEnd')(0);
    }
  },
};
