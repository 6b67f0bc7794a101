import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvColumns } from '../../exports/formats/csv';
import type { OutgoingPaper } from '../../exports/outgoing';
import { unguarded } from '../../lib/formula-guard';
import { quick } from '../support/property';
import { bare, text, whole } from './outgoing';

/** Signs that mean something in one of the formats, between plain letters. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'{}\\$%&#_~^"\'<>[]()|*`;,:=@-+\n\r\t \u0000\u2028'),
      fc.constantFrom(
        'ER  - ',
        '\n@misc{x,',
        '\nTY  - JOUR',
        ' and ',
        ']]>',
        '</dd>',
        '%%',
        'é',
        '注',
        'ع',
        '😀',
      ),
      fc.string({ minLength: 1, maxLength: 3 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

const paper: fc.Arbitrary<OutgoingPaper> = fc.record(
  {
    id: fc.constantFrom(
      'arxiv:2503.02130',
      'doi:10.1000/<a>{b',
      'url:https://example.org/{a',
      'custom:x',
    ),
    title: hostile,
    authors: fc.array(hostile, { maxLength: 3 }),
    venue: hostile,
    publishedAt: fc.constantFrom('2025-03-03', '2025', 'soon'),
    abstract: hostile,
    tags: fc.array(hostile, { maxLength: 3 }),
    note: hostile,
    status: fc.constantFrom('unread', 'reading', 'read'),
    starred: fc.boolean(),
    savedAt: fc.constantFrom(0, 1_772_436_600_000, Number.NaN, 8.64e15),
    organization: hostile,
    codeUrl: hostile,
    extra: fc.constant({
      bibtex: { note: 'un}balanced{', __proto__: 'x' },
      ris: { N2: 'a\nTY  - B' },
    }),
  },
  { requiredKeys: ['id'] },
);

const papers = fc.array(paper, { minLength: 1, maxLength: 4 });

const bibtexEntries = (file: string): { label: string; properties: Record<string, string> }[] =>
  plugins.input.chain(file, { target: '@biblatex/entries+list', generateGraph: false }) as never;

describe('BibTeX', () => {
  it('reads back by another program: ids, names, tags, note and what the file it came from said', async () => {
    const [entry] = bibtexEntries(await text('bibtex', [whole]));
    expect(entry?.label).toBe('lin2025forgetting');
    expect(entry?.properties).toMatchObject({
      eprint: '2503.02130',
      eprinttype: 'arxiv',
      archiveprefix: 'arXiv',
      booktitle: 'NeurIPS 2025',
      readstatus: 'skimmed',
      ranking: 'rank5',
      timestamp: '2019-01-01',
    });
    expect(entry?.properties).not.toHaveProperty('bad name');
  });

  it('writes each entry of any text so that another program finds just those', async () => {
    await fc.assert(
      fc.asyncProperty(papers, async (list) => {
        for (const id of ['bibtex', 'biblatex']) {
          const entries = bibtexEntries(await text(id, list));
          expect(entries).toHaveLength(list.length);
          expect(new Set(entries.map(({ label }) => label.toLowerCase())).size).toBe(list.length);
        }
      }),
      quick,
    );
  });
});

describe('RIS', () => {
  it('ends entries where they end, whatever a note says', async () => {
    await fc.assert(
      fc.asyncProperty(papers, async (list) => {
        const file = await text('ris', list);
        expect(file.match(/^ER {2}- /gm)).toHaveLength(list.length);
        expect(file.match(/^TY {2}- /gm)).toHaveLength(list.length);
      }),
      quick,
    );
  });

  it('gives a tag with a comma twice where it is the only one', async () => {
    const file = await text('ris', [{ ...bare, tags: ['alignment, sequences'] }]);
    expect(file.match(/^KW {2}- alignment, sequences\r$/gm)).toHaveLength(2);
    expect(await text('ris', [whole])).toContain('C7  - kept\r\n');
  });
});

describe('CSL-JSON, CSV, bookmarks, RDF, PaperMemory', () => {
  it('are whole for any text', async () => {
    const { DOMParser } = new JSDOM('').window;
    const xml = new DOMParser();
    await fc.assert(
      fc.asyncProperty(papers, async (list) => {
        expect(JSON.parse(await text('csl', list))).toHaveLength(list.length);
        JSON.parse(await text('papermemory', list));
        JSON.parse(await text('papermemory-list', list));
        const rdf = xml.parseFromString(await text('zotero-rdf', list), 'text/xml');
        expect(rdf.querySelector('parsererror')).toBeNull();
        expect(
          [...rdf.documentElement.children].filter(({ localName }) => localName === 'Description'),
        ).toHaveLength(list.length);
        const page = xml.parseFromString(await text('web-page', list), 'text/html');
        expect(page.querySelectorAll('article')).toHaveLength(list.length);
        expect(page.querySelectorAll('script, img, iframe, form, [onclick]')).toHaveLength(0);
        const bookmarks = xml.parseFromString(await text('bookmarks', list), 'text/html');
        for (const link of bookmarks.querySelectorAll('a'))
          expect(link.protocol).toMatch(/^https?:$/);
        const { data, errors } = Papa.parse<string[]>((await text('csv', list)).slice(1), {
          skipEmptyLines: true,
        });
        expect(errors).toEqual([]);
        expect(data).toHaveLength(list.length + 1);
        for (const cell of data.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
      { numRuns: quick.numRuns / 4 },
    );
  });

  it('keep what the tool said that it came from', async () => {
    expect(JSON.parse(await text('csl', [whole]))[0]).toMatchObject({
      volume: '7',
      custom: { other: 1, offprint: { tags: whole.tags, status: 'reading', starred: true } },
    });
    expect(JSON.parse(await text('papermemory', [whole]))).toMatchObject({
      'Arxiv-2503.02130': { futureField: { deep: true }, favorite: true, note: whole.note },
    });
  });

  it('guards formulas by one apostrophe that can be taken off again', async () => {
    for (const note of ['=1+1', "'=1+1", "''@x", "it's", '-2']) {
      const { data } = Papa.parse<Record<string, string>>(
        (await text('csv', [{ ...bare, note }])).slice(1),
        { header: true },
      );
      const cell = data[0]?.note ?? '';
      expect(unguarded(cell)).toBe(note);
    }
    expect(csvColumns).toHaveLength(new Set(csvColumns).size);
  });
});
