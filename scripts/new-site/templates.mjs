import { listExpected, listPage, paperExpected, paperPage } from './fixtures.mjs';

const capital = (name) => name[0].toUpperCase() + name.slice(1);

/** The files of a new site, by their paths. They are a site that works, on pages as simple as can be. */
export function filesOf(site) {
  const { name } = site;
  return {
    [`sites/${name}/hosts.ts`]: hosts(site),
    [`sites/${name}/links.ts`]: links(site),
    [`sites/${name}/pages.ts`]: pages(site),
    [`sites/${name}/index.ts`]: index(site),
    [`sites/${name}/list.ts`]: list(site),
    [`sites/${name}/paper.ts`]: paper(site),
    [`sites/${name}/readers.ts`]: readers(site),
    [`sites/${name}/page.css`]: css,
    [`entrypoints/${name}.content/index.ts`]: entrypoint(site),
    [`tests/fixtures/pages/${name}/list.html`]: listPage(site),
    [`tests/fixtures/pages/${name}/list.expected.json`]: listExpected(site),
    [`tests/fixtures/pages/${name}/paper.html`]: paperPage(site),
    [`tests/fixtures/pages/${name}/paper.expected.json`]: paperExpected(site),
  };
}

/** The lines of a new site in files that all sites share. */
export function linesOf({ name, host, title }) {
  const imported = (what, file) => `import { ${what} } from './${name}/${file}';\n`;
  return [
    {
      file: 'sites/registry.ts',
      before: 'import { huggingface }',
      line: `import { ${name} } from './${name}';\n`,
    },
    { file: 'sites/registry.ts', after: 'Site[] = [huggingface, arxiv', line: `, ${name}` },
    {
      file: 'sites/hosts.ts',
      before: 'import { matchesOf }',
      line: imported(`${name}Origins`, 'hosts'),
    },
    {
      file: 'sites/hosts.ts',
      after: 'SiteHosts[] = [huggingFaceOrigins, arxivOrigins',
      line: `, ${name}Origins`,
    },
    {
      file: 'sites/links.ts',
      after: "import { huggingFaceLinks } from './huggingface/links';\n",
      line: imported(`${name}Links`, 'links'),
    },
    {
      file: 'sites/links.ts',
      after: 'SiteLinks[] = [arxivLinks, huggingFaceLinks',
      line: `, ${name}Links`,
    },
    {
      file: 'tests/fixtures/addresses.ts',
      after: 'export const linkExamples: Readonly<Record<string, Examples>> = {\n',
      line: `  ${name}: [['https://${host}/paper/a-1', '${name}:a-1']],\n`,
    },
    {
      file: 'public/_locales/en/messages.json',
      before: '  "kindArxivAbs": {',
      line: `  "kind${capital(name)}List": {\n    "message": "A list of ${title}"\n  },\n  "kind${capital(name)}Paper": {\n    "message": "A paper of ${title}"\n  },\n`,
    },
  ];
}

const hosts = ({ name, origin, title }) => `import type { SiteHosts } from '../site';

/** Where ${title} is. */
export const ${name}Origins: SiteHosts = {
  name: '${name}',
  script: '${name}',
  required: [],
  optional: ['${origin}'],
  paths: ['/paper/', '/list'],
  digestPaths: ['/list'],
};
`;

const links = ({ name, host, title }) => `import type { SiteLinks } from '../../papers/links';

/** How addresses name the papers of ${title}. */
export const ${name}Links: SiteLinks = {
  kinds: {
    ${name}: {
      hosts: ['${host}'],
      globs: ['/paper/*'],
      read: (path) => {
        const id = /^\\/paper\\/([\\w-]+)\\/?$/.exec(path)?.[1];
        return id === undefined ? undefined : { id: \`${name}:\${id}\` };
      },
    },
  },
  schemes: { ${name}: (value) => \`https://${host}/paper/\${value}\` },
};
`;

const pages = ({ name, title }) => `import { type LinkKind, readLink } from '../../papers/links';
import type { Digest, PageAddress } from '../site';
import { ${name}Origins } from './hosts';
import { ${name}Links } from './links';

/** The paper that an address names. */
export function namedPaper(url: URL) {
  return isHere(url) ? readLink(${name}Links.kinds.${name} as LinkKind, url) : undefined;
}

function isHere({ origin }: URL): boolean {
  return [...${name}Origins.required, ...${name}Origins.optional].includes(origin);
}

/** A list of papers. */
export const listPage: PageAddress = {
  name: '${name}/list',
  label: 'kind${capital(name)}List',
  shows: 'digest',
  matches: (url) => listed(url) !== undefined,
  digest: listed,
};

function listed(url: URL): Digest | undefined {
  const found = isHere(url) && /^\\/list(?:\\/([\\w-]+))?\\/?$/.exec(url.pathname);
  return found ? { id: \`${name}:list:\${found[1] ?? 'all'}\` } : undefined;
}

/** One paper's own page on ${title}. */
export const paperPage: PageAddress = {
  name: '${name}/paper',
  label: 'kind${capital(name)}Paper',
  shows: 'paper',
  matches: (url) => namedPaper(url) !== undefined,
  digest: (url) => {
    const id = namedPaper(url)?.id;
    return id === undefined ? undefined : { id: id.replace(':', ':paper:') };
  },
};
`;

const index = ({ name, title }) => `import type { Site } from '../site';
import { ${name}Origins } from './hosts';
import { ${name}Links } from './links';
import { listPage, paperPage } from './pages';

/** ${title}. */
export const ${name}: Site = {
  name: '${name}',
  title: '${title}',
  icon: 'M3 4h10M3 8h10M3 12h6',
  hosts: ${name}Origins,
  links: ${name}Links,
  pages: [listPage, paperPage],
};
`;

const list = ({ name, origin, title }) => `import type { Paper } from '../../papers/paper';
import { limits } from '../../papers/limits';
import type { Card, Examples, PageKind, Reading } from '../site';
import { present, resolve, textOf } from '../text';
import { listPage, namedPaper } from './pages';

/** See \`Examples\`. @public */
export const examples: Examples = {
  examples: ['${origin}/list', '${origin}/list/2026'],
  counterexamples: ['${origin}/list/2026/extra', '${origin}/lists', '${origin}/paper/a-1'],
};

/** A list of ${title}: an \`article\` for each paper, headed by a link to it. */
export const list: PageKind = { ...listPage, placement: 'corner', isStatic: true, read };

function read(document: Document, url: URL): Reading {
  const papers = new Map<string, Paper>();
  const cards: Card[] = [];
  for (const element of document.querySelectorAll<HTMLElement>('article')) {
    const link = element.querySelector('h2 a, h3 a');
    const target = resolve(link?.getAttribute('href'), url);
    const identity = target && namedPaper(target);
    if (!identity) continue;
    const { id } = identity;
    cards.push({ id, element });
    if (!papers.has(id))
      papers.set(id, present<Paper>({ id, title: textOf(link, limits.title), source: 'card' }));
  }
  const digest = listPage.digest(url) ?? { id: '${name}:list:unknown' };
  return { digest, papers: [...papers.values()], cards };
}
`;

const paper = ({ name, origin, title }) => `import type { Paper } from '../../papers/paper';
import { limits } from '../../papers/limits';
import type { Examples, PageKind, Reading } from '../site';
import { present, textOf } from '../text';
import { namedPaper, paperPage } from './pages';

/** See \`Examples\`. @public */
export const examples: Examples = {
  examples: ['${origin}/paper/a-1', '${origin}/paper/a-1/'],
  counterexamples: ['${origin}/paper/', '${origin}/paper/a-1/extra', '${origin}/list'],
};

/** One paper's own page on ${title}. */
export const paper: PageKind = { ...paperPage, placement: 'title', read };

function read(document: Document, url: URL): Reading {
  const heading = document.querySelector<HTMLElement>('h1');
  const title = textOf(heading, limits.title);
  const id = namedPaper(url)?.id;
  const digest = paperPage.digest(url) ?? { id: '${name}:paper:unknown' };
  if (id === undefined || !heading || title === undefined)
    return { digest, papers: [], cards: [] };
  const abstract = textOf(document.querySelector('#abstract'), limits.abstract);
  return {
    digest,
    papers: [present<Paper>({ id, title, abstract })],
    cards: [{ id, element: heading }],
  };
}
`;

const readers = ({ title }) => `import type { PageKind } from '../site';
import { list } from './list';
import { paper } from './paper';

/** How the pages of ${title} are read, in the order of \`pages\` in index.ts. */
export const readers: readonly PageKind[] = [list, paper];
`;

const css = `/* The strip for the control on cards, before any script runs; see content/controls/page.css. */
@media screen {
  :root:not([data-offprint-plain]) article {
    padding-block-end: 36px;
  }
}
`;

const entrypoint = ({ name }) => `import '../../content/controls/page.css';
import '../../sites/${name}/page.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { startPage } from '../../content/page/start';
import { readers } from '../../sites/${name}/readers';

// In no manifest: it is registered when the reader lets Offprint on to the site, see sites/scripts.ts.
export default defineContentScript({
  registration: 'runtime',
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  main: (context) => startPage(context, readers),
});
`;
