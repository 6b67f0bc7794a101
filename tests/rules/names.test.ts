import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const cwd = resolve(import.meta.dirname, '../..');

it('lets nobody who shows a paper read its authors but through authorNames', () => {
  const files = globSync('{components,pages,content,wording}/**/*.{ts,tsx}', { cwd });
  expect(files.length).toBeGreaterThan(100);
  const wrong = files.filter((file) =>
    /\.authors\b|\{[^{}]*\bauthors\b[^{}]*\}\s*(?:=\s*\w|:\s*PaperRecord)/.test(
      readFileSync(resolve(cwd, file), 'utf8'),
    ),
  );
  expect(wrong).toEqual([]);
});
