import { beside, type Measure, rest, tool } from './measure';
import { type Goal, percentile, runsOfSeconds as runs, type Sample, summarize } from './result';

const many = 10_000;
/** Formats that are not read as BibTeX is: lines, a table, one JSON value, one tree, an archive of many files. */
const others = ['ris', 'csv', 'csl', 'zotero-rdf', 'vault'] as const;

/** A file of another program read, compared with the list and brought in, against as many bare puts. */
export const imports: Measure = {
  title: 'import',
  sizes: [20_000],
  async run(bench) {
    const { papers, tools } = bench;
    await tools.bringToFront();
    await tool(bench, 'makeFile')(many);
    const [parse, plan, bringIn] = [
      tool(bench, 'parseFile'),
      tool(bench, 'planFile'),
      tool(bench, 'bringIn'),
    ];
    const [idle, bareParse, bareRead, bareRows] = [
      tool(bench, 'idle'),
      tool(bench, 'bareParse'),
      tool(bench, 'bareReadAll'),
      tool(bench, 'bareRows'),
    ];
    const took = { parse: [] as Sample[], plan: [] as Sample[], bringIn: [] as Sample[] };
    const longest = { parse: [] as number[], plan: [] as number[], bringIn: [] as number[] };
    const frames: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const [parsed, planned] = [await parse(run), await plan(run)];
      const came = await bringIn(run);
      await rest();
      const bare = { parse: await bareParse(run), plan: await bareRead(run) };
      const [rows, idled] = [await bareRows(run), await idle(500)];
      took.parse.push({ ms: parsed.ms, bareMs: bare.parse });
      took.plan.push({ ms: planned.ms, bareMs: bare.plan });
      took.bringIn.push({ ms: came.ms, bareMs: rows });
      longest.parse.push(parsed.longest);
      longest.plan.push(planned.longest);
      longest.bringIn.push(came.longest);
      frames.push(idled.longest);
    }
    const otherFrames: { readonly id: string; readonly ms: readonly number[] }[] = [];
    for (const id of others) {
      const ms: number[] = [];
      for (let run = 0; run < runs; run += 1) ms.push((await tool(bench, 'parseAs')(id)).longest);
      otherFrames.push({ id, ms });
    }
    const entries = many.toLocaleString('en');
    const line = (name: string, samples: readonly Sample[], goal: Goal) =>
      summarize(name, papers, samples, goal);
    const frame = (name: string, ms: readonly number[]) =>
      summarize(name, papers, beside(ms, frames), { plusMs: 50 }, percentile(1));
    return [
      line(`${entries} BibTeX entries parsed`, took.parse, { mostMs: 5000 }),
      frame(`${entries} BibTeX entries parsed, longest frame`, longest.parse),
      line(`${entries} entries compared with the list`, took.plan, { mostMs: 2000 }),
      frame(`${entries} entries compared, longest frame`, longest.plan),
      line(`${entries} entries brought in`, took.bringIn, { times: 2 }),
      frame(`${entries} entries brought in, longest frame`, longest.bringIn),
      ...otherFrames.map(({ id, ms }) => frame(`${entries} of ${id} parsed, longest frame`, ms)),
    ];
  },
};
