import { type Bench, inTurns, type Measure, tool } from './measure';
import { type Goal, runsOfSeconds as runs, type Sample, summarize } from './result';

/** How many papers are changed at once, and how many have the tag that is renamed. */
const [many, tagged] = [10_000, 5000] as const;

async function pairs(
  bench: Bench,
  work: 'bulkStatus' | 'bulkRename',
  count: number,
): Promise<readonly [Sample[], Sample[]]> {
  const undone: number[] = [];
  const [doIt, undo, bare] = [tool(bench, work), tool(bench, 'bulkUndo'), tool(bench, 'barePuts')];
  const done = await inTurns(
    runs,
    async (run) => {
      const ms = await doIt(run);
      undone.push(await undo(run));
      return ms;
    },
    () => bare(count),
    0,
  );
  return [done, done.map(({ bareMs }, at) => ({ ms: undone[at] ?? Number.NaN, bareMs }))];
}

/** Changes of very many papers as one action, and their undoing, against as many bare puts. */
export const bulk: Measure = {
  title: 'bulk',
  sizes: [20_000],
  async run(bench) {
    const { papers } = bench;
    const goals = { status: { times: 3 }, rename: { times: 2.5 } };
    const [status, statusBack] = await pairs(bench, 'bulkStatus', many);
    await tool(bench, 'tagMany')(0);
    const [rename, renameBack] = await pairs(bench, 'bulkRename', tagged);
    const [statuses, tags] = [many, tagged].map((count) => count.toLocaleString('en'));
    const line = (name: string, samples: readonly Sample[], goal: Goal) =>
      summarize(name, papers, samples, goal);
    return [
      line(`status of ${statuses} papers`, status, goals.status),
      line(`status of ${statuses} papers, undone`, statusBack, goals.status),
      line(`tag of ${tags} papers renamed`, rename, goals.rename),
      line(`tag of ${tags} papers renamed, undone`, renameBack, goals.rename),
    ];
  },
};
