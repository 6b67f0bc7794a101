import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ImportError, importJson } from '../../imports/json';
import { paperStates } from '../../papers/paper';
import { defined, type PaperRecord } from '../../papers/record';
import { readContents } from '../../store/backup/contents';
import { saveSmartList } from '../../store/lists/write';
import { decideOnPage } from '../../store/words/decide';
import { saveNote } from '../../store/words/notes';
import { exportJson } from '../support/backup-version-2';
import { restoreNow } from '../support/contents';
import { paper, sightOn, useFreshStore } from '../support/store';
import { setTags } from '../support/tags';

useFreshStore();

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const instant = fc.integer({ min: 0, max: 4e12 });
const stamp = fc.record({ at: instant, device: fc.constantFrom('', 'desk') });
const text = fc.string({ unit: 'grapheme', maxLength: 60 });

const record: fc.Arbitrary<PaperRecord> = fc
  .record({
    id: fc.integer({ min: 1000, max: 9999 }).map((number) => `arxiv:2503.${number}0`),
    title: optional(text),
    authors: fc.array(text, { maxLength: 4 }),
    authorCount: fc.nat(500),
    organization: optional(text),
    upvotes: optional(fc.nat(900)),
    codeUrl: optional(fc.webUrl()),
    state: fc.constantFrom(...paperStates),
    tags: fc.array(text, { maxLength: 3 }),
    hasNote: fc.boolean(),
    savedAt: optional(instant),
    seenAt: optional(instant),
    firstDay: optional(fc.constant('2026-03-20')),
    matches: optional(fc.array(fc.uuid(), { maxLength: 2 })),
    mutedBy: optional(fc.uuid()),
    firstSeenAt: instant,
    lastSeenAt: instant,
    stamps: fc.record({ standing: optional(stamp), note: optional(stamp) }).map(defined),
    day: fc.constant('2026-03-27'),
    sortAt: instant,
  })
  .map((fields) => defined(fields) as PaperRecord);

const empty = {
  ...{ details: [], notes: [], lists: [], tags: [], rules: [] },
  ...{ tombstones: [], decisions: [], past: [] },
};

function refusal(file: string): { code: string; place: string } {
  try {
    importJson(file);
  } catch (error) {
    if (error instanceof ImportError) return { code: error.code, place: error.place };
    throw error;
  }
  throw new Error('The file was taken');
}

describe('a backup as JSON', () => {
  it('reads as it was written, whatever the papers', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 5 }), (papers) => {
        const file = exportJson({ papers, ...empty }, '0.1.0', '2026-11-24T00:00:00Z');
        expect(importJson(file)).toEqual({ contents: { papers, ...empty }, damaged: [] });
      }),
    );
  });

  it('says what it is in its first line, and has a record a line', async () => {
    await sightOn('2026-03-27', 1000, paper('arxiv:1'), paper('arxiv:2'));
    const lines = exportJson(await readContents(), '0.1.0', '2026-11-24T00:00:00Z').split('\n');
    expect(lines[0]).toBe(
      '{"format":"offprint-backup","version":2,"app":"0.1.0","created":"2026-11-24T00:00:00Z","counts":{"papers":2,"notes":0},',
    );
    expect(lines.filter((line) => line.includes('"id":"arxiv:1"'))).toHaveLength(2);
  });

  it('taken through a file and back is the same, byte for byte', async () => {
    const visit = { day: '2026-03-27', shows: 'digest', visitAt: 1000 } as const;
    await decideOnPage(paper('arxiv:2503.02130'), 'unread', visit, 1100);
    await setTags('arxiv:2503.02130', ['強化学習', 'مراجعة'], 1200);
    await saveNote('arxiv:2503.02130', 'line\n"quoted" \u2028 <b>', 0, '—', 1300);
    const write = async () => exportJson(await readContents(), '0.1.0', '2026-11-24T00:00:00Z');
    const file = await write();
    await restoreNow(importJson(file).contents);
    expect(await write()).toBe(file);
  });

  it('is taken although the key of a tag is many times as long as the tag', async () => {
    const visit = { day: '2026-03-27', shows: 'digest', visitAt: 1000 } as const;
    await decideOnPage(paper('arxiv:1'), 'unread', visit, 1100);
    await setTags('arxiv:1', ['ﷺ'.repeat(100)], 1200);
    const file = exportJson(await readContents(), '0.1.0', '2026-11-24T00:00:00Z');
    expect(importJson(file).contents.papers).toHaveLength(1);
  });

  it('of a version without lists, hues and rules is taken', async () => {
    await sightOn('2026-03-27', 1000, paper('arxiv:1'));
    const file = exportJson(await readContents(), '0.1.0', '2026-11-24T00:00:00Z');
    const old = file.replace(
      ',\n"lists":[\n\n],\n"tags":[\n\n],\n"rules":[\n\n],\n"tombstones":[\n\n]',
      '',
    );
    expect(old).not.toBe(file);
    expect(importJson(old).contents).toMatchObject({
      ...{ lists: [], tags: [], rules: [], tombstones: [] },
    });
  });

  it('that is cut off, of another kind or newer is refused whole, with the reason', async () => {
    await sightOn('2026-03-27', 1000, paper('arxiv:1'), paper('arxiv:2'));
    const file = exportJson(await readContents(), '0.1.0', '2026-11-24T00:00:00Z');
    expect(refusal(file.slice(0, -40)).code).toBe('not-json');
    expect(refusal('').code).toBe('not-json');
    expect(refusal('{"papers":[]}').code).toBe('not-offprint');
    expect(refusal('null').code).toBe('not-offprint');
    expect(refusal(file.replace('"version":2', '"version":3'))).toEqual({
      code: 'newer',
      place: '3',
    });
    expect(refusal(file.replace('"notes":[', '"notices":['))).toEqual({
      code: 'damaged',
      place: 'notes',
    });
  });

  it('with a damaged entry costs that entry, which is named', async () => {
    await sightOn('2026-03-27', 1000, paper('arxiv:1'), paper('arxiv:2'));
    const file = exportJson(await readContents(), '0.1.0', '2026-11-24T00:00:00Z');
    const numbered = importJson(file.replace('"id":"arxiv:2"', '"id":2'));
    expect(numbered.contents.papers.map(({ id }) => id)).toEqual(['arxiv:1']);
    expect(numbered.damaged).toEqual([
      { place: 'papers 2 id', name: 'Paper arxiv:2', reason: expect.stringContaining('2') },
    ]);
    const hostile = file.replace('"authors":', '"codeUrl":"javascript:alert(1)","authors":');
    const { contents, damaged } = importJson(hostile);
    expect(contents.papers.map(({ id }) => id)).toEqual(['arxiv:2']);
    expect(damaged).toMatchObject([{ place: 'papers 1 codeUrl', name: 'Paper arxiv:1' }]);
    const holed = importJson(file.replace('"details":[', '"details":[null,7,'));
    expect(holed.damaged.map(({ place }) => place)).toEqual(['details 1', 'details 2']);
    expect(holed.contents.papers).toHaveLength(2);
  });

  it('takes whatever the store has accepted, however long', async () => {
    const long = `https://example.org/${'a'.repeat(4000)}`;
    const address = { codeUrl: long, title: 'T'.repeat(3000), abstract: 'a'.repeat(30_000) };
    await sightOn('2026-03-27', 1000, paper(`url:${long}`, address));
    const list = { id: 'a', name: 'Mine', icon: 'star', order: '', isPinned: true };
    await saveSmartList({ ...list, query: 'x '.repeat(4000) }, 1500);
    const contents = await readContents();
    const file = exportJson(contents, '0.1.0', '2026-11-24T00:00:00Z');
    expect(importJson(file)).toEqual({ contents, damaged: [] });
  });
});
