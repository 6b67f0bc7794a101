import { inTurns, type Measure, tool } from './measure';
import { summarize } from './result';

/** Two papers of one title found among all. */
export const duplicates: Measure = {
  title: 'duplicates',
  sizes: [20_000],
  grows: true,
  async run(bench) {
    const costly = tool(bench, 'duplicates');
    const samples = await inTurns(bench.runs, costly, tool(bench, 'bareReadAll'));
    return [summarize('duplicates found', bench.papers, samples, { mostMs: 2000 })];
  },
};
