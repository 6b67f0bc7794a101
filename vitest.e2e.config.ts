import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.e2e.ts'],
    globalSetup: 'tests/e2e/harness/setup.ts',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // One browser at a time: it fills two cores by itself.
    fileParallelism: false,
  },
});
