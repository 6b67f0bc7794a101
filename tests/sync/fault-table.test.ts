import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { syncSentence } from '../../wording/sync';

const root = resolve(import.meta.dirname, '../..');
const rows = [
  ...readFileSync(join(root, 'docs/sync-faults.md'), 'utf8').matchAll(
    /^\| F(\d+) +\|([^|]*)\|([^|]*)\|([^|]*)\|$/gm,
  ),
];
const tests = globSync('tests/{sync,store/sync}/**/*.test.ts', { cwd: root })
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .join('\n');

it('says of each of the 26 faults what comes of it', () => {
  expect(rows.map(([, number]) => Number(number))).toEqual(
    Array.from({ length: 26 }, (_, at) => at + 1),
  );
});

it.each(rows.map(([, number, , round = '', trial = '']) => ({ number, told: round + trial })))(
  'has a test of F$number, and a sentence for each outcome',
  ({ number, told }) => {
    expect(tests).toMatch(new RegExp(`['\`"][^'\`"\\n]*\\bF${number}\\b[^'\`"\\n]*`));
    const codes = [...told.matchAll(/`(\w+)`/g)].map(([, code = '']) => code);
    for (const code of codes.filter((one) => one !== 'done'))
      expect(syncSentence(code), code).not.toBe(syncSentence('no such code', code));
  },
);
