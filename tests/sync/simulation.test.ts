import { expect, it } from 'vitest';
import { Simulation } from '../support/sync/simulation';
import { someVault } from '../support/sync/world';

/** Long notes are named by how they begin. */
const short = (fault: string) => fault.slice(0, 600);

const count = Number(process.env.OFFPRINT_HISTORIES ?? 24);
const first = Number(process.env.OFFPRINT_SEED ?? 1);

it(`keeps every word through ${count} histories of faults and kills`, {
  timeout: 43_200_000,
}, async () => {
  const vault = await someVault();
  const wrong: string[] = [];
  const sums = { rounds: 0, kills: 0, edits: 0 };
  for (let seed = first; seed < first + count; seed += 1) {
    const history = {
      ...{ seed, devices: 2 + (seed % 4), steps: 40 + (seed % 3) * 20, papers: 3, edits: 0.55 },
      ...{ hasCopies: seed % 3 === 1, hasRollbacks: seed % 3 === 2 },
      ...{ isNarrow: seed % 10 === 0 },
    };
    const ending = await new Simulation(history, vault).run().catch((error: unknown) => ({
      ...{ faults: [String((error as Error).stack)], rounds: 0, kills: 0, edits: 0 },
    }));
    for (const name of ['rounds', 'kills', 'edits'] as const) sums[name] += ending[name];
    if (process.env.OFFPRINT_HISTORIES && (ending.faults.length || seed % 500 === 0))
      console.log(`up to seed ${seed}`, sums, ending.faults.map(short));
    if (ending.faults.length) wrong.push(`seed ${seed}: ${ending.faults.map(short).join('\n')}`);
  }
  if (process.env.OFFPRINT_HISTORIES) console.log(sums);
  expect(wrong).toEqual([]);
});

if (process.env.OFFPRINT_YEARS)
  it('agrees after years of five devices', { timeout: 43_200_000 }, async () => {
    const years = Number(process.env.OFFPRINT_YEARS);
    const history = { seed: first, devices: 5, papers: 2_000 * years, steps: 19_333 * years };
    const kinds = { hasCopies: false, hasRollbacks: false, edits: 0.9828 };
    const ending = await new Simulation({ ...history, ...kinds }, await someVault()).run();
    console.log({ ...ending, faults: ending.faults.length });
    expect(ending.faults).toEqual([]);
  });
