import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { extensionDir, forEachBrowser } from './harness/suite';

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

forEachBrowser((name) => {
  test('the manifest that ships is the one that was agreed, permissions above all', () => {
    const golden = join('tests/fixtures/manifests', `${name}.json`);
    expect(read(join(extensionDir(name), 'manifest.json'))).toEqual(read(golden));
  });
});
