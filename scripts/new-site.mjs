import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesOf, linesOf } from './new-site/templates.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const usage = 'npm run new-site -- NAME https://ITS.HOST "What it calls itself"';

/** Leaves without having written anything. */
function refuse(why) {
  console.error(`${why}\n\n  ${usage}\n`);
  process.exit(1);
}

const [name = '', address = '', title = ''] = process.argv.slice(2);
if (!/^[a-z]{2,20}$/.test(name)) refuse('A site needs a name of two to twenty small letters.');
if (!URL.canParse(address) || !address.startsWith('https://'))
  refuse('A site needs an address that begins with https://.');
if (!title.trim()) refuse('A site needs a title.');
if (existsSync(join(root, 'sites', name))) refuse(`There is a folder sites/${name} already.`);

const site = { name, origin: new URL(address).origin, host: new URL(address).hostname, title };
const added = linesOf(site);
const changed = new Map();
for (const { file, before, after, line } of added) {
  const text = changed.get(file) ?? (await readFile(join(root, file), 'utf8'));
  const mark = before ?? after;
  const at = text.indexOf(mark);
  if (at < 0) refuse(`${file} has no “${mark.trim()}”, where a line of the site belongs.`);
  const place = before === undefined ? at + mark.length : at;
  changed.set(file, text.slice(0, place) + line + text.slice(place));
}
const files = filesOf(site);
for (const [file, text] of [...Object.entries(files), ...changed]) {
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), text);
}

console.log(`Written: ${Object.keys(files).join(', ')}
A line each in: ${[...changed.keys()].join(', ')}

Next:
  1. Put a page of the site, as small as can be, into tests/fixtures/pages/${name}/ and beside it PAGE.expected.json with its
     address alone; the tests write what was read into it, once, for you to check.
  2. Fill in the addresses in sites/${name}/pages.ts, links.ts and the examples, and what is read in list.ts and paper.ts.
  3. npx wxt prepare && npx vitest run tests/sites tests/papers/addresses.test.ts
  4. npx vitest run tests/sites/table.test.ts -u writes the site into docs/sites.md.`);
