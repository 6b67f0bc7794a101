import { expect, it } from 'vitest';
import { sites } from '../../sites/registry';
import { foundBy, tableOf } from './table';

const head = `# Sites

Which pages Offprint reads, with which reader, and what it finds there. This file is made by \`tests/sites/table.test.ts\` from
the pages in \`tests/fixtures/pages/\`, which the project wrote itself in the sites' own structure; \`npx vitest run tests/sites/table.test.ts -u\`
writes it anew. A \`?\` behind a field: some papers of the page have it.
`;

const byAddress = `
## By the address alone

A PDF on arXiv (\`/pdf/2503.02130v2\`) and every other link that names a paper (\`sites/*/links.ts\`) is known by its address: to the popup, the
command that saves the page, and the menu of links. No script of ours runs there.
`;

it('docs/sites.md says what the readers find', async () => {
  const found = sites.flatMap(({ title, pages }) =>
    pages.flatMap(({ name }) => foundBy(name, title)),
  );
  const hosts = sites.map(({ title, hosts: { required, optional } }) => {
    const asked = optional.length ? [`when the reader asks for them ${optional.join(', ')}`] : [];
    return `- ${title}: ${[...required, ...asked].join('; ')}`;
  });
  const text = [head, hosts.join('\n'), '', tableOf(found), byAddress].join('\n');
  await expect(text).toMatchFileSnapshot('../../docs/sites.md');
});
