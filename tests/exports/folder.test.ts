import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { directoryOf } from '../../exports/folder/directory';
import { paperIdIn, updatedNote } from '../../exports/folder/note';
import { type NoteFolder, syncFolder } from '../../exports/folder/sync';
import { vaultMarker, vaultNote } from '../../exports/formats/vault-note';
import type { OutgoingPaper } from '../../exports/outgoing';
import { frontMatterOf } from '../../imports/parts/front-matter';
import { privateDirectory } from '../support/private-directory';
import { whole } from './outgoing';

/** A folder in memory that counts what is written. */
class MemoryFolder implements NoteFolder {
  readonly files = new Map<string, string>();
  writes = 0;

  async *paths(): AsyncGenerator<string> {
    yield* [...this.files.keys()];
  }
  async read(path: string): Promise<string | undefined> {
    return this.files.get(path);
  }
  async write(path: string, text: string): Promise<void> {
    this.writes += 1;
    this.files.set(path, text);
  }
  text(path: string): string {
    return this.files.get(path) ?? '';
  }
}

const paper = (number: number, more: Partial<OutgoingPaper> = {}): OutgoingPaper => ({
  id: `arxiv:2503.0000${number}`,
  title: `Paper ${number}`,
  ...more,
});
const below = (text: string) => text.slice(text.indexOf(vaultMarker) + vaultMarker.length);

describe('a note that is brought up to date', () => {
  const text = vaultNote(paper(1, { tags: ['agents', 'long context'] }));

  it('keeps what stands below the marker, line ends included', () => {
    const mine = `${text}\r\n# My words\r\n---\r\n%% offprint: not the marker %%\n`;
    const next = updatedNote(mine, paper(1, { note: 'New' })) ?? '';
    expect(next).toContain('## Note\n\nNew\n');
    expect(below(next)).toBe(below(mine));
    expect(updatedNote(next, paper(1, { note: 'New' }))).toBe(next);
  });

  it('keeps properties, tags and aliases of the reader, and takes away a tag that Offprint gave', () => {
    const mine = text
      .replace('tags:', 'rating: 5 # of 5\n# mine\nreview:\n  - good\n\n  - "x: y"\ntags:')
      .replace('  - "long-context"', '  - "long-context"\n  - my/tag')
      .replace('aliases:', 'aliases:\n  - P1');
    const next = updatedNote(mine, paper(1, { title: 'Renamed', tags: ['agents', 'new'] })) ?? '';
    const matter = frontMatterOf(next);
    expect(matter).toMatchObject({
      properties: {
        title: 'Renamed',
        aliases: ['Renamed', 'P1'],
        tags: ['agents', 'new', 'my/tag'],
        'tag-names': ['agents', 'new'],
        rating: '5',
        review: ['good', 'x: y'],
      },
    });
    expect(next).toContain('\nrating: 5 # of 5\n# mine\nreview:\n  - good\n\n  - "x: y"\n');
  });

  it('has what came with a file once, and then what the reader made of that', () => {
    const told = paper(1, { extra: { markdown: { rating: 'good', cssclasses: ['wide'] } } });
    const first = vaultNote(told);
    expect(updatedNote(first, told)).toBe(first);
    const mine = first.replace('"good"', 'bad');
    expect(updatedNote(mine, told)).toBe(mine);
  });

  it('is left alone where the marker is gone, or its properties cannot be read or taken over', () => {
    expect(updatedNote(text.replace(vaultMarker, ''), paper(1))).toBeUndefined();
    expect(updatedNote(text.replace('id:', 'id: ['), paper(1))).toBeUndefined();
    const inline = `---\n{"id": "arxiv:2503.00001"}\n---\n\n${vaultMarker}\n`;
    expect(paperIdIn(inline)).toBe('arxiv:2503.00001');
    expect(updatedNote(inline, paper(1))).toBeUndefined();
  });

  it('does not end at a marker that stands in the paper itself', () => {
    const odd = paper(1, {
      note: `a\n${vaultMarker}\nb`,
      abstract: vaultMarker,
      title: vaultMarker,
    });
    const first = vaultNote(odd);
    expect(updatedNote(first, odd)).toBe(first);
    expect(updatedNote(`${first}mine`, odd)).toBe(`${first}mine`);
  });
});

describe('a folder that is brought up to date', () => {
  it('gets new papers and has known ones written anew, wherever they lie and whatever they are called', async () => {
    const folder = new MemoryFolder();
    expect(await syncFolder(folder, [[paper(1), paper(2)]])).toMatchObject({ added: 2 });
    folder.files.set('read/My name for it.md', `${folder.text('Paper 1.md')}mine\n`);
    folder.files.delete('Paper 1.md');
    const synced = await syncFolder(folder, [[paper(1, { title: 'New title' }), paper(2), whole]]);
    expect(synced).toEqual({ added: 1, updated: 1, unchanged: 1, left: [] });
    expect(folder.text('read/My name for it.md')).toMatch(/title: "New title"[\s\S]*mine\n$/);
    expect([...folder.files.keys()].sort()).toEqual([
      expect.stringMatching(/^Forgetting BERT/),
      'Paper 2.md',
      'read/My name for it.md',
    ]);
  });

  it('leaves other people’s files alone, those of the same name too', async () => {
    const folder = new MemoryFolder();
    folder.files.set('paper 1.md', 'My own note');
    folder.files.set('deep/Paper 2.md', '---\nid: 17\n---\nOther');
    await syncFolder(folder, [[paper(1), paper(2)]]);
    expect(folder.text('paper 1.md')).toBe('My own note');
    expect([...folder.files.keys()]).toEqual([
      'paper 1.md',
      'deep/Paper 2.md',
      'Paper 1 2.md',
      'Paper 2 2.md',
    ]);
  });

  it('finds a paper by an id that it had before it was joined, and takes one of two notes', async () => {
    const folder = new MemoryFolder();
    await syncFolder(folder, [[paper(1)]]);
    folder.files.set('Copy.md', folder.text('Paper 1.md'));
    const joined = paper(2, { aliases: ['arxiv:2503.00001'] });
    expect(await syncFolder(folder, [[joined]])).toMatchObject({ added: 0, updated: 1 });
    expect(paperIdIn(folder.text('Copy.md'))).toBe('arxiv:2503.00002');
    expect(paperIdIn(folder.text('Paper 1.md'))).toBe('arxiv:2503.00001');
  });

  it('makes no second note where the reader has broken the properties of one', async () => {
    const folder = new MemoryFolder();
    await syncFolder(folder, [[paper(1)]]);
    const mine = folder.text('Paper 1.md').replace('---\n', '---\nrating: 1\nrating: 2\n');
    folder.files.set('Paper 1.md', mine);
    expect(await syncFolder(folder, [[paper(1, { title: 'New' })]])).toEqual({
      ...{ added: 0, updated: 0, unchanged: 0 },
      left: ['Paper 1.md'],
    });
    expect([...folder.files]).toEqual([['Paper 1.md', mine]]);
  });

  it('tells which notes it left since the marker is gone', async () => {
    const folder = new MemoryFolder();
    await syncFolder(folder, [[paper(1)]]);
    const mine = folder.text('Paper 1.md').replace(vaultMarker, 'mine');
    folder.files.set('Paper 1.md', mine);
    expect(await syncFolder(folder, [[paper(1)]])).toMatchObject({ left: ['Paper 1.md'] });
    expect(folder.text('Paper 1.md')).toBe(mine);
  });

  it('ends between two papers when it is stopped', async () => {
    const folder = new MemoryFolder();
    const stopping = new AbortController();
    const watch = { signal: stopping.signal, onProgress: () => stopping.abort() };
    expect(await syncFolder(folder, [[paper(1), paper(2)]], watch)).toMatchObject({ added: 1 });
  });
});

const step = fc.oneof(
  fc.record({ what: fc.constant('sync' as const), title: fc.string(), note: fc.string() }),
  fc.record({ what: fc.constant('write' as const), at: fc.nat(9), words: fc.string() }),
  fc.record({
    what: fc.constant('move' as const),
    at: fc.nat(9),
    name: fc.stringMatching(/^\w{1,5}$/),
  }),
  fc.record({ what: fc.constant('own' as const), at: fc.nat(9), value: fc.integer() }),
  fc.record({ what: fc.constant('file' as const), at: fc.nat(99), words: fc.string() }),
);

it('whatever the reader does between, no file goes and none of their words, and each paper has one note', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const folder = new MemoryFolder();
      const mine = new Map<string, string>();
      for (const one of [...steps, { what: 'sync' as const, title: 'Last', note: '' }]) {
        const paths = [...folder.files.keys()];
        const path = paths[('at' in one ? one.at : 0) % Math.max(1, paths.length)];
        if (one.what === 'file') {
          folder.files.set(`own ${one.at}.md`, one.words);
          mine.set(`own ${one.at}.md`, one.words);
        } else if (one.what === 'sync') {
          const before = new Map([...folder.files].map(([name, text]) => [name, below(text)]));
          const papers = [paper(1, { title: one.title, note: one.note }), paper(2)];
          await syncFolder(folder, [papers]);
          for (const [name, words] of before) expect(below(folder.text(name))).toBe(words);
          const { writes } = folder;
          await syncFolder(folder, [papers]);
          expect(folder.writes).toBe(writes);
        } else if (path === undefined || mine.has(path)) continue;
        else if (one.what === 'write') folder.files.set(path, folder.text(path) + one.words);
        else if (one.what === 'own')
          folder.files.set(path, folder.text(path).replace('---\n', `---\nrating: ${one.value}\n`));
        else if (!folder.files.has(`sub/${one.name}.md`)) {
          folder.files.set(`sub/${one.name}.md`, folder.text(path));
          folder.files.delete(path);
        }
      }
      for (const [name, words] of mine) expect(folder.text(name)).toBe(words);
      const ids = [...folder.files.values()].map(paperIdIn).filter((id) => id !== undefined);
      expect(ids.toSorted()).toEqual(['arxiv:2503.00001', 'arxiv:2503.00002']);
    }),
    { numRuns: 60 },
  );
});

it('is a folder of the file system, in which hidden ones are passed over', async () => {
  const root = privateDirectory();
  const folder = directoryOf(root);
  await folder.write('A.md', 'a');
  await folder.write('.hidden.md', 'h');
  await folder.write('A picture.png', 'p');
  const paths: string[] = [];
  for await (const path of folder.paths()) paths.push(path);
  expect(paths).toEqual(['A.md']);
  expect(await folder.read('A.md')).toBe('a');
  expect(await folder.read('B.md')).toBeUndefined();
});
