import { inTurns, type Measure, tool } from './measure';
import { runsOfSeconds as runs, summarize } from './result';

const sizes = [20_000];

/** A backup of the whole list, against compressing it: what is read and hashed comes to most of it meanwhile. */
export const backup: Measure = {
  title: 'backup made',
  sizes,
  async run(bench) {
    const made = await inTurns(runs, tool(bench, 'backUp'), tool(bench, 'bareGzip'), 1);
    return [summarize('backup made', bench.papers, made, { mostMs: 2000 })];
  },
};

/** One of the whole list, brought back into an empty store. */
export const restoring: Measure = {
  title: 'backup restored',
  sizes,
  async run(bench) {
    const restored = await inTurns(runs, tool(bench, 'restoreAll'), tool(bench, 'bareRestore'), 0);
    return [
      summarize('backup restored into an empty store', bench.papers, restored, { times: 2.5 }),
    ];
  },
};
