import { exportFormats } from '../../exports/formats';
import { type Bench, beside, type Measure, rest, tool } from './measure';
import { type Goal, runsOfSeconds, summarize } from './result';

/** How often the memory is looked at while papers are written, in ms. */
const often = 40;
const megabyte = 2 ** 20;

/** How much more the page holds at most while it writes than before, what is let go included, in MB. */
async function heapWhile(bench: Bench, format: string): Promise<number> {
  const devtools = await bench.tools.createCDPSession();
  await devtools.send('Performance.enable');
  await devtools.send('HeapProfiler.collectGarbage');
  const used = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN) / megabyte;
  };
  const before = await used();
  const work = { isOver: false };
  const done = tool(
    bench,
    'exportAll',
  )(format).finally(() => {
    work.isOver = true;
  });
  let most = before;
  while (!work.isOver) {
    most = Math.max(most, await used());
    await rest(often);
  }
  await done;
  await devtools.detach();
  return most - before;
}

/** The whole list as a file, against reading the same rows, which all formats do. */
export const exporting: Measure = {
  title: 'export',
  sizes: [20_000],
  async run(bench) {
    const { papers } = bench;
    const all = tool(bench, 'exportAll');
    const first = async () => {
      await tool(bench, 'forgetKeys')(0);
      return all('bibtex');
    };
    const bare = await several(() => tool(bench, 'bareReading')(0));
    const line = async (name: string, work: () => Promise<number>, goal: Goal) =>
      summarize(`export, ${name}`, papers, beside(await several(work), bare), goal);
    const rows = [await line('BibTeX with new keys', first, { mostMs: 3000 })];
    for (const { id } of exportFormats) rows.push(await line(id, () => all(id), { mostMs: 3000 }));
    for (const id of ['bibtex', 'vault']) {
      const name = `${id}, memory over the page, MB`;
      rows.push(await line(name, () => heapWhile(bench, id), { mostMB: 100 }));
    }
    return rows;
  },
};

async function several(work: () => Promise<number>): Promise<number[]> {
  const taken: number[] = [];
  for (let run = 0; run < runsOfSeconds; run += 1) {
    taken.push(await work());
    await rest();
  }
  return taken;
}
