import { spawnSync } from 'node:child_process';
import { delimiter, resolve } from 'node:path';

/**
 * Tries sync by many seeded histories, and by years of five devices in one:
 * `npm run simulate -- [count] [first seed] [years]`.
 */
const [count = '1000', first = '1', years = '0'] = process.argv.slice(2);
const path = `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`;
const of = (years) => (years === '0' ? {} : { OFFPRINT_YEARS: years });
const { status } = spawnSync('vitest', ['run', 'tests/sync/histories/simulation.test.ts'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: {
    ...process.env,
    PATH: path,
    OFFPRINT_HISTORIES: count,
    OFFPRINT_SEED: first,
    ...of(years),
  },
});
process.exitCode = status ?? 1;
