/** A page or an answer that means no good, and what it ends in. */
export interface BadCase {
  readonly name: string;
  readonly outcome: string;
  /** The file and the name of the test that holds it, each as it stands there. */
  readonly test: readonly [file: string, name: string];
}

const pages = 'tests/sites/general/bad-pages.test.ts';
const none = 'tests/sites/general/no-papers.test.ts';

/** Every bad case that Offprint has an answer to; docs/sites.md lists them, and a test looks for each one's test. */
export const badCases: readonly BadCase[] = [
  {
    name: 'ten `citation_title`s',
    outcome:
      'one paper where there is one identifier, by the first of them; none where there is no identifier, or ten',
    test: [pages, 'with ten titles and one identifier is of one paper, by the first of them'],
  },
  {
    name: 'JSON-LD of 5 MB, or none at all in its place',
    outcome: 'is left out; the other tags are read',
    test: [pages, 'with 5 MB of JSON-LD is read by its other tags'],
  },
  {
    name: 'a million links',
    outcome: 'the first 50,000 are looked at, up to 5,000 papers',
    test: [pages, 'with a million links is looked at as far as the fifty thousandth'],
  },
  {
    name: 'scripts in meta tags',
    outcome: 'are text, as everything that is read',
    test: [pages, 'has its titles as people read them, and runs nothing of them'],
  },
  {
    name: 'digits of other scripts in identifiers',
    outcome: 'name no paper',
    test: [pages, 'with digits of other scripts in its links names no paper'],
  },
  {
    name: 'a title of 1 MB',
    outcome: 'its beginning is the title',
    test: [pages, 'with a title of 1 MB has the beginning of it'],
  },
  {
    name: 'a broken encoding',
    outcome: 'title and abstract are unsure, and give way to any better source',
    test: [pages, 'in a broken encoding is sure of neither title nor abstract'],
  },
  {
    name: 'frames',
    outcome:
      'are looked at with the page, once, each paper once; of a page about one paper they are left out',
    test: [
      'tests/pages/popup/scan-page.test.tsx',
      'gives what its frames have, each paper once; of a page about one paper nothing else',
    ],
  },
  {
    name: 'a page that adds cards for ever',
    outcome: 'is read again after twenty times as long as the last look took, at most 5,000 papers',
    test: [
      'tests/sites/general/kinds.test.ts',
      'a page that changes at once again is read at its leisure, once more when it rests',
    ],
  },
  {
    name: 'a resolver that loops',
    outcome: 'four layers are taken off; nothing is asked for',
    test: [pages, 'with links into links for ever is left at that'],
  },
  {
    name: 'a site that forbids robots (`X-Robots-Tag`, `noindex`)',
    outcome: 'is read where the reader looks at it, like its words; no link of it is followed',
    test: [
      pages,
      'that forbids robots is read for the reader, who is none, and no link of it is followed',
    ],
  },
  {
    name: 'a login wall, an empty page',
    outcome: 'is no paper',
    test: [none, 'a login wall or an empty page is none'],
  },
  {
    name: 'a bot’s challenge, a news item, a data set',
    outcome: 'is no paper, whatever its address says',
    test: [none, 'what is no paper'],
  },
  {
    name: 'a journal, a book, a list',
    outcome: 'is no paper, though its address has a DOI',
    test: [none, 'a journal is none, though its address has a DOI'],
  },
  {
    name: 'a page that goes on without a load',
    outcome: 'is of its new address; tags and icon of the paper before count no longer',
    test: ['tests/content/gone-on.test.ts', 'tells nothing of the paper before'],
  },
  {
    name: 'a link with a version that there never was (`v99`)',
    outcome: 'gives way to whoever shows the paper',
    test: [
      'tests/papers/facts/facts.test.ts',
      'a version that only a link or a file names gives way to whoever shows the paper',
    ],
  },
  {
    name: 'a grant taken away while a page is open',
    outcome: 'controls, bar and marks leave at once, and its messages are answered no longer',
    test: [
      'tests/content/withdrawn.test.ts',
      'is left when its own host is taken away, and no other',
    ],
  },
  {
    name: 'a page that came over http',
    outcome: 'can be looked at once, and is offered no more',
    test: [
      'tests/pages/popup/scan-page.test.tsx',
      'is offered no more than a look where it came over http, and says why',
    ],
  },
  {
    name: 'a reader that throws',
    outcome: 'is named to the reader, and the others go on',
    test: [none, 'is named, and the others go on'],
  },
];

/** The table of them. */
export function badCasesTable(): string {
  return [
    '| what | ends in | held by |',
    '| --- | --- | --- |',
    ...badCases.map(({ name, outcome, test: [file] }) => `| ${name} | ${outcome} | \`${file}\` |`),
  ].join('\n');
}
