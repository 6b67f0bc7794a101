import { beside, type Measure, rest, tool, turns } from './measure';
import { summarize } from './result';

/** Every score worked out anew: as many papers as are saved wait for a decision. Comes last, since counters do not count them. */
export const ranking: Measure = {
  title: 'ranking',
  sizes: [20_000],
  async run(bench) {
    const { papers, runs } = bench;
    await tool(bench, 'fillWaiting')(papers);
    await rest(2500);
    const taken = await turns(
      runs,
      {
        anew: tool(bench, 'scoreAll'),
        bare: tool(bench, 'bareReadWaiting'),
        longest: tool(bench, 'longestWhileScoring'),
      },
      1,
    );
    const count = await tool(bench, 'countScores')(0);
    if (count < papers) throw new Error(`There are ${count} scores`);
    return [
      summarize('scores of all that wait, anew', papers, beside(taken.anew, taken.bare), {
        mostMs: 1500,
      }),
      summarize('the same, longest slice', papers, beside(taken.longest, taken.bare), {
        mostMs: 50,
      }),
    ];
  },
};
