import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.e2e.ts'],
    globalSetup: 'tests/e2e/harness/setup.ts',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A browser uses little more than one core, and waits now and then: two of them fill two cores.
    maxWorkers: 2,
  },
});
