import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', 'node_modules/**'],
    testTimeout: 30_000,
    // Unless told, Vitest leaves one core idle, which is half of a small machine.
    maxWorkers: '100%',
    setupFiles: ['tests/support/setup.ts'],
    // Vitest hands WXT's `import.meta.env.FIREFOX: false` on through process.env, where it is a word.
    env: { FIREFOX: '', SAFARI: '', EDGE: '', OPERA: '' },
  },
});
