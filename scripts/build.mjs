import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'wxt';

const { values } = parseArgs({ options: { out: { type: 'string', default: '.output' } } });

for (const browser of ['chrome', 'firefox']) {
  await build({ browser, manifestVersion: 3, outDir: resolve(values.out) });
}
