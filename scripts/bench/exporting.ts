import { exportFormats } from '../../exports/formats';
import { type Bench, inTurns, type Measure, rest, tool } from './measure';
import { leastRuns, type Sample, summarize } from './result';

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

/** The whole list as a file, against reading the same rows. */
export const exporting: Measure = {
  title: 'export',
  sizes: [20_000],
  async run(bench) {
    const { papers } = bench;
    const bare = () => tool(bench, 'bareReading')(0);
    const all = tool(bench, 'exportAll');
    const first = async () => {
      await tool(bench, 'forgetKeys')(0);
      return all('bibtex');
    };
    const samples = (work: () => Promise<number>): Promise<Sample[]> =>
      inTurns(leastRuns, work, bare, 1);
    const line = (name: string, of: readonly Sample[]) =>
      summarize(`export, ${name}`, papers, of, { mostMs: 3000 });
    const rows = [line('BibTeX with new keys', await samples(first))];
    for (const { id } of exportFormats) rows.push(line(id, await samples(() => all(id))));
    for (const id of ['bibtex', 'vault'])
      rows.push(
        summarize(
          `export, ${id}, memory over the page, MB`,
          papers,
          await samples(() => heapWhile(bench, id)),
          { mostMB: 100 },
        ),
      );
    return rows;
  },
};
