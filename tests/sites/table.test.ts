import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ownReaders } from '../../sites/general/own';
import { sites } from '../../sites/registry';
import { badCases, badCasesTable } from './bad-cases';
import { foundElsewhere } from './general/table';
import { foundBy, tableOf } from './table';

const head = `# Sites

Which pages Offprint reads, with which reader, and what it finds there. This file is made by \`tests/sites/table.test.ts\` from
the pages in \`tests/fixtures/pages/\`, which the project wrote itself in the sites' own structure; \`npx vitest run tests/sites/table.test.ts -u\`
writes it anew. A \`?\` behind a field: some papers of the page have it.
`;

const elsewhere = `
## Any other site

Where the reader asks for it: once (_Scan this page_), or from then on (_Show Offprint on …_). Three readers that know no site come in
this order: a page's metadata (\`embedded.ts\`), identifiers in its links (\`linked.ts\`: five or more known papers in parts that are
built alike are a digest), its address (\`papers/paper-at.ts\`). A site has a reader of its own only for a reason, which stands below the table.
Fixtures are as small as what is read of them; tests read the captured pages of 22 publishers and two mails beside them, where those are at hand.
`;

const reasons = () =>
  ownReaders.map(({ name, reason }) => `- \`own/${name}\`: ${reason}`).join('\n');

const byAddress = `
## By the address alone

A PDF on arXiv (\`/pdf/2503.02130v2\`) and every other link that names a paper (\`sites/*/links.ts\`) is known by its address: to the popup, the
command that saves the page, the menu of links, and the icon, which tells whether the tab's paper is saved. No reader of ours runs there; in Chrome a
script of one kilobyte says that the page is there, and the browser says which one it is.
`;

const beside = `
## What other sites do not have

Their pages have controls, and no page bar: it weighs more than the readers of all other sites together would leave room for, and by its messages a
page could undo, tag and write notes, which only the sites of the manifest may ([0032](decisions/0032-already-saved.md)). Popup, library and deck do
all that with their papers. Pages that came over http are looked at once and offered no more.

## Bad cases
`;

it.each(badCases)('$name is held by the test that is named', ({ test: [file, name] }) => {
  expect(readFileSync(file, 'utf8')).toContain(name);
});

it('docs/sites.md says what the readers find', async () => {
  const found = sites.flatMap(({ title, pages }) =>
    pages.flatMap(({ name }) => foundBy(name, title)),
  );
  const hosts = sites.map(({ title, hosts: { required, optional } }) => {
    const asked = optional.length ? [`when the reader asks for them ${optional.join(', ')}`] : [];
    return `- ${title}: ${[...required, ...asked].join('; ')}`;
  });
  const others = foundElsewhere();
  const count = new Set([...found, ...others].map(({ site }) => site)).size;
  const counted = `\n${count} sites and kinds of sites are in these tables.\n`;
  const text = [
    ...[head, hosts.join('\n'), '', tableOf(found), elsewhere, tableOf(others), counted],
    ...[reasons(), byAddress, beside, badCasesTable(), ''],
  ].join('\n');
  expect(count).toBeGreaterThanOrEqual(25);
  await expect(text).toMatchFileSnapshot('../../docs/sites.md');
});
