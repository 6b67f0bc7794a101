import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { clockOffset } from './tests/support/clock-offset.ts';

const files = globSync('tests/**/*.test.{ts,tsx}', { exclude: ['tests/e2e/**'] });
const withDocument = files.filter((file) =>
  readFileSync(file, 'utf8').startsWith('// @vitest-environment jsdom'),
);
/** What these look at is kept in modules, too. */
const afresh = 'tests/{background,sync/histories}/**/*.test.ts';
/** These count what everything in a process does. */
const apart = 'tests/counts/**/*.test.ts';
const without = ['tests/e2e/**', ...withDocument];

export default defineConfig({
  plugins: [WxtVitest()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    testTimeout: 30_000,
    // Unless told, Vitest leaves one core idle, which is half of a small machine.
    maxWorkers: '100%',
    pool: 'forks',
    execArgv: ['--max-semi-space-size=64'],
    setupFiles: ['tests/support/clock.ts', 'tests/support/setup.ts'],
    env: {
      OFFPRINT_CLOCK_OFFSET: String(clockOffset()),
      // Vitest hands WXT's `import.meta.env.FIREFOX: false` on through process.env, where it is a word.
      FIREFOX: '',
      SAFARI: '',
      EDGE: '',
      OPERA: '',
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...without, afresh, apart],
          setupFiles: ['tests/support/chance.ts'],
          // Each test begins with an empty store, and the modules keep nothing else.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'afresh',
          include: [afresh],
          exclude: withDocument,
          // Every module is loaded anew for each file, the fake browser with them, in a process that goes on.
          isolate: false,
          setupFiles: ['tests/support/chance.ts', 'tests/support/afresh.ts'],
          server: { deps: { inline: [/fake-browser/] } },
        },
      },
      {
        extends: true,
        test: {
          name: 'apart',
          include: [apart],
          exclude: withDocument,
          setupFiles: ['tests/support/chance.ts'],
        },
      },
      {
        extends: true,
        // A context of its own for each file, in a process that has loaded jsdom already: half of the time.
        test: { name: 'document', include: withDocument, pool: 'vmForks' },
      },
    ],
  },
});
