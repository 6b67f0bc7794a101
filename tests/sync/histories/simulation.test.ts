import { expect, it, vi } from 'vitest';
import type { Bytes } from '../../../sync/bytes';
import type * as Files from '../../../sync/vault/files';
import { randomBytes, seeded } from '../../support/sync/device';
import { noFaults } from '../../support/sync/faulty-remote';
import * as atOnce from '../../support/sync/files-at-once';
import { Simulation } from '../../support/sync/simulation';
import { someVaultAtOnce } from '../../support/sync/world';

vi.mock('../../../sync/vault/files', async (original) => {
  const { seal, open } = await import('../../support/sync/files-at-once');
  return { ...(await original<typeof Files>()), seal, open };
});

const keysOf = <Key extends string>(of: Readonly<Record<Key, number>>) => Object.keys(of) as Key[];

/** How often each thing that may go wrong comes in them all, at least. */
const least = 20;

/** Long notes are named by how they begin. */
const short = (fault: string) => fault.slice(0, 600);

/**
 * In `npm run simulate` they are longer, and as many as one likes. Here five of each kind that a seed makes, of which there
 * are sixty, and each fault, kill, copy and return of the storage must come in them: see the end of the test.
 */
const wanted = process.env.OFFPRINT_HISTORIES;
const count = Number(wanted ?? 300);
const leastSteps = wanted ? 40 : 12;
const first = Number(process.env.OFFPRINT_SEED ?? 1);

it('seals and opens as the sync does', async () => {
  const real = await vi.importActual<typeof Files>('../../../sync/vault/files');
  const { file, keys } = await someVaultAtOnce();
  const ring = { file, keys };
  for (const length of [0, 200, 5_000, 70_000]) {
    const content = randomBytes(seeded(length))(length) as Bytes;
    const sealed = await real.seal(ring, 'h/aaaa-0', content, randomBytes(seeded(5)));
    expect(await atOnce.seal(ring, 'h/aaaa-0', content, randomBytes(seeded(5)))).toEqual(sealed);
    expect(await atOnce.open(ring, 'h/aaaa-0', sealed)).toEqual(content);
    for (const { open } of [real, atOnce])
      await expect(open(ring, 'h/aaaa-1', sealed)).rejects.toThrow('damaged');
  }
});

it(`keeps every word through ${count} histories of faults and kills`, {
  timeout: 43_200_000,
}, async () => {
  const vault = await someVaultAtOnce();
  const wrong: string[] = [];
  const sums = { rounds: 0, kills: 0, edits: 0, copies: 0, rollbacks: 0 };
  const met = { cutOff: 0, lostAnswer: 0, lateFile: 0, oldListing: 0, busy: 0, refused: 0 };
  for (let seed = first; seed < first + count; seed += 1) {
    const history = {
      ...{
        seed,
        devices: 2 + (seed % 4),
        steps: leastSteps * (1 + (seed % 3) / 2),
        papers: 3,
        edits: 0.55,
      },
      ...{ hasCopies: seed % 3 === 1, hasRollbacks: seed % 3 === 2 },
      ...{ isNarrow: seed % 10 === 0 },
    };
    const ending = await new Simulation(history, vault).run().catch((error: unknown) => ({
      ...{ faults: [String((error as Error).stack)], rounds: 0, kills: 0, edits: 0 },
      ...{ copies: 0, rollbacks: 0, met: { ...noFaults, refused: 0 } },
    }));
    for (const name of keysOf(sums)) sums[name] += ending[name];
    for (const name of keysOf(met)) met[name] += ending.met[name];
    if (wanted && (ending.faults.length || seed % 500 === 0))
      console.log(`up to seed ${seed}`, sums, ending.faults.map(short));
    if (ending.faults.length) wrong.push(`seed ${seed}: ${ending.faults.map(short).join('\n')}`);
  }
  if (wanted) console.log(sums, met);
  expect(wrong).toEqual([]);
  if (!wanted)
    for (const [what, often] of Object.entries({ ...sums, ...met }))
      expect(often, what).toBeGreaterThanOrEqual(least);
});

if (process.env.OFFPRINT_YEARS)
  it('agrees after years of five devices', { timeout: 43_200_000 }, async () => {
    const years = Number(process.env.OFFPRINT_YEARS);
    const history = { seed: first, devices: 5, papers: 2_000 * years, steps: 19_333 * years };
    const kinds = { hasCopies: false, hasRollbacks: false, edits: 0.9828 };
    const ending = await new Simulation({ ...history, ...kinds }, await someVaultAtOnce()).run();
    console.log({ ...ending, faults: ending.faults.length });
    expect(ending.faults).toEqual([]);
  });
