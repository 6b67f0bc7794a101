import { inTurns, type Measure, tool } from './measure';
import { summarize } from './result';

const runs = 5;

/** A backup of the whole list, and one restored into an empty store. */
export const backup: Measure = {
  title: 'backup',
  sizes: [20_000],
  async run(bench) {
    const { papers } = bench;
    const made = await inTurns(runs, tool(bench, 'backUp'), tool(bench, 'bareRows'), 1);
    const restored = await inTurns(runs, tool(bench, 'restoreAll'), tool(bench, 'bareRestore'), 0);
    return [
      summarize('backup made', papers, made, { mostMs: 2000 }),
      summarize('backup restored into an empty store', papers, restored, { times: 2.5 }),
    ];
  },
};
