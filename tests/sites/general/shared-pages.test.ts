import { expect, it, describe } from 'vitest';
import { readdirSync } from 'node:fs';
import { documentOf, hasSharedPages, sharedPages, textIn } from '../pages';
import { readEmbedded } from '../../../sites/general/embedded';
const folder = new URL('publishers/', sharedPages);
const table = textIn(sharedPages, 'README.md');
const addressOf = (path: string) => new RegExp(`\\| publishers/${path.replaceAll('.', '\\.')} \\|[^|]*\\| (\\S+)`).exec(table)?.[1] ?? '';
describe.skipIf(!hasSharedPages)('x', () => {
  for (const site of readdirSync(folder)) for (const name of readdirSync(new URL(`${site}/`, folder)).filter((n) => n.endsWith('.html'))) {
    it(name, () => {
      const address = addressOf(`${site}/${name}`);
      const read = readEmbedded(documentOf(textIn(folder, `${site}/${name}`)), new URL(address));
      const exp = JSON.parse(textIn(folder, `${site}/${name.replace('.html', '.expected.json')}`));
      const p = read && 'paper' in read ? read.paper : read;
      console.log(site, address, JSON.stringify(p && { ...p, abstract: (p as any).abstract?.slice(0, 40) }), '\n   EXP', JSON.stringify(exp));
    });
  }
});
