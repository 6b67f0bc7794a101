import { defineConfig } from 'vitest/config';
import { clockOffset } from './tests/support/clock-offset.ts';

const others = { chromium: 'firefox', firefox: 'chromium' };
const only = process.env.OFFPRINT_BROWSER as keyof typeof others | undefined;

export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.e2e.ts'],
    exclude: only ? [`**/*.${others[only]}.e2e.ts`] : [],
    globalSetup: 'tests/e2e/harness/setup.ts',
    setupFiles: 'tests/support/clock.ts',
    env: { OFFPRINT_CLOCK_OFFSET: String(clockOffset()) },
    environment: './tests/e2e/harness/environment.ts',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // One process, in which one browser of each engine serves every file.
    pool: 'forks',
    isolate: false,
    fileParallelism: false,
    teardownTimeout: 30_000,
  },
});
