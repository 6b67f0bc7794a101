import { type Bench, type Measure, rest, tool } from './measure';
import { openPainted } from './painted';
import { runsOfSeconds as runs, type Sample, summarize } from './result';

const viewport = { width: 400, height: 560 };
/** What nobody saved in ten years of polling. */
const untouched = 100_000;

/** How long a thing takes; of the size on disk, MB. */
const things = ['size', 'paint', 'list', 'check', 'restore'] as const;
type Figures = Readonly<Record<(typeof things)[number], number>>;

async function figures(bench: Bench, run: number): Promise<Figures> {
  const painted = await openPainted(bench, {
    path: 'popup.html',
    viewport,
    selector: 'li[data-paper]',
  });
  await rest();
  return {
    size: await tool(bench, 'sizeOnDisk')(run),
    paint: painted.firstPaint,
    list: painted.rowsAt,
    check: await tool(bench, 'weeklyCheck')(run),
    restore: await tool(bench, 'restoreSome')(run),
  };
}

async function rounds(bench: Bench, from: number): Promise<Figures[]> {
  const all: Figures[] = [];
  for (let run = from; run < from + runs; run += 1) all.push(await figures(bench, run));
  return all;
}

/**
 * The same at 20,000 saved papers, before and after ten years of papers that nobody saved: the bare limit is
 * the profile without them.
 */
export const years: Measure = {
  title: 'ten years',
  sizes: [20_000],
  async run(bench) {
    const { papers } = bench;
    const before = await rounds(bench, 0);
    while (await tool(bench, 'addUntouched')(untouched));
    await rest(2500);
    const after = await rounds(bench, runs);
    const of = (name: (typeof things)[number]): Sample[] =>
      after.map((figure, at) => ({ ms: figure[name], bareMs: before[at]?.[name] ?? Number.NaN }));
    return [
      summarize('ten years: size on disk, MB', papers, of('size'), { times: 2 }),
      summarize('ten years: popup, first paint', papers, of('paint'), { times: 1.2 }),
      summarize('ten years: popup, list on screen', papers, of('list'), { times: 1.2 }),
      summarize('ten years: weekly check', papers, of('check'), { times: 1.5 }),
      summarize('ten years: backup of 500 papers restored', papers, of('restore'), { times: 1.5 }),
    ];
  },
};
