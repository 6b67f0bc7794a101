import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.e2e.ts'],
    globalSetup: 'tests/e2e/harness/setup.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // One browser at a time: on two cores a second one makes both miss their time-outs.
    fileParallelism: false,
  },
});
