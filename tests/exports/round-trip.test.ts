import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OutgoingPaper, personsOf } from '../../exports/outgoing';
import { fileOf, papersIn } from '../support/imports';
import { quick } from '../support/property';
import { written } from './outgoing';

const now = Date.UTC(2026, 2, 2, 7, 30);

/** Signs that mean something in one of the formats, between words of several scripts. */
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('word', 'Éa', '注', 'عربي', '😀', 'AB', 'x1') },
  fc.constantFrom(...'{}\\$%&#_~^"\'<>[]()|*`;,:=@-+!?/.'),
  fc.constantFrom(' and ', ']]>', '</dd>', '%%', '--', '``', '\\x', '{}', '$$', '@misc{x,', 'ER  - ', '#tag', '**', '[a](b)', '=1'),
);
const line = fc
  .array(piece, { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join(' ').replace(/\s+/g, ' ').trim())
  .filter((text) => /[\p{L}\p{N}]/u.test(text));
/** A semicolon ends a tag in most programs. */
const tag = line.map((text) => text.replace(/^[^\p{L}\p{N}]+|[;,]/gu, '').trim()).filter(Boolean);
const note = fc.array(fc.oneof(line, fc.constant('')), { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n').trim()).filter(Boolean);
const name = fc.constantFrom('Lin, Zhixuan', 'van der Berg, Pieter', '{Gemini Team}', '王, 小明', 'O’Neil, Séamus', 'King, Martin, Jr');

const paper: fc.Arbitrary<OutgoingPaper> = fc.record(
  {
    id: fc.constantFrom('arxiv:2503.02130', 'doi:10.1000/a_(b)<c>', 'arxiv:hep-th/9901001'),
    title: line,
    authors: fc.array(name, { minLength: 1, maxLength: 3 }),
    venue: line,
    publishedAt: fc.constantFrom('2025-03-03', '2025', '2025-03'),
    abstract: line,
    tags: fc.array(tag, { maxLength: 3 }),
    note,
    status: fc.constantFrom('unread', 'reading', 'read'),
    starred: fc.constant(true),
    savedAt: fc.constant(now),
    codeUrl: fc.constant('https://github.com/a/b_c'),
  },
  { requiredKeys: ['id', 'title'] },
);
const said: Readonly<Record<string, (paper: OutgoingPaper) => unknown>> = {
  id: ({ id }) => id, title: ({ title }) => title, authors: (one) => JSON.stringify(personsOf(one)), venue: ({ venue }) => venue, publishedAt: ({ publishedAt }) => publishedAt,
  abstract: ({ abstract }) => abstract, tags: ({ tags = [] }) => JSON.stringify([...new Map(tags.toReversed().map((t) => [t.toLowerCase(), t])).values()].sort()), note: ({ note }) => note,
  status: ({ status }) => (status === 'unread' ? undefined : status), starred: ({ starred }) => starred || undefined, savedAt: ({ savedAt }) => savedAt && Math.trunc(savedAt / 1000), codeUrl: ({ codeUrl }) => codeUrl,
};
const all = Object.keys(said);
const without = (...names: string[]) => all.filter((one) => !names.includes(one));
const carried: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  bibtex: ['a.bib', all], biblatex: ['a.bib', all], ris: ['a.ris', without('status', 'starred', 'savedAt', 'codeUrl')], csl: ['a.json', all],
  'zotero-rdf': ['a.rdf', without('starred', 'savedAt', 'codeUrl')], csv: ['a.csv', all], vault: ['a.zip', all],
  bookmarks: ['a.html', ['id', 'title', 'note', 'savedAt']], papermemory: ['a.json', ['id', 'title', 'venue', 'note', 'starred', 'savedAt', 'codeUrl']],
  markdown: ['a.md', ['id', 'status']],
};
describe('read(write(x)) is x within what a format can carry', () => {
  it.each(Object.entries(carried))('%s', async (id, [file, fields]) => {
    for (const field of fields) {
      const failures: unknown[] = [];
      await fc.assert(fc.asyncProperty(paper, async (one) => {
        const [read] = await papersIn(fileOf(file, await written(id, [one])));
        const back = read ? ({ ...read.paper, ...read.words, tags: [...read.words.tags, ...read.words.folders] } as OutgoingPaper) : undefined;
        const [mine, theirs] = [said[field]?.(one), back && said[field]?.(back)];
        if (JSON.stringify(mine) !== JSON.stringify(theirs)) throw new Error(`${id} ${field}: ${JSON.stringify(mine)} became ${JSON.stringify(theirs)} OF ${JSON.stringify(one)}`);
      }), { numRuns: Number(process.env.RUNS ?? 40) }).catch((e: Error) => failures.push(e.message.split('\n').filter((l) => /became|Error:/.test(l)).slice(-1)[0] ?? (e.cause as Error)?.message));
      for (const f of failures) console.log('FAIL', id, field, f);
    }
  }, 200_000);
});
