import { beside, type Measure, rest, tool, turns } from './measure';
import { runsOfSeconds, summarize } from './result';

/** Every score worked out anew: as many papers as are saved wait for a decision. Comes last, since counters do not count them. */
export const ranking: Measure = {
  title: 'ranking',
  sizes: [20_000],
  async run(bench) {
    const { papers } = bench;
    await tool(bench, 'fillWaiting')(papers);
    await rest(2500);
    const taken = await turns(
      runsOfSeconds,
      {
        anew: tool(bench, 'scoreAll'),
        first: tool(bench, 'scoreFirst'),
        alike: tool(bench, 'findAlike'),
        bare: tool(bench, 'bareReadWaiting'),
        longest: tool(bench, 'longestWhileScoring'),
        longestAlike: tool(bench, 'longestWhileAlike'),
      },
      1,
    );
    const count = await tool(bench, 'countScores')(0);
    if (count < papers) throw new Error(`There are ${count} scores`);
    const line = (name: string, ms: readonly number[], mostMs: number) =>
      summarize(name, papers, beside(ms, taken.bare), { mostMs });
    return [
      line('scores of all that wait, anew', taken.anew, 1500),
      line('the same, longest slice', taken.longest, 8),
      line('the same, the first time', taken.first, 15_000),
      line('papers like one, of all', taken.alike, 1000),
      line('the same, longest slice', taken.longestAlike, 8),
    ];
  },
};
