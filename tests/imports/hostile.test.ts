import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { formats } from '../../imports/formats';
import { gunzip, unzip } from '../../imports/parts/archives';
import { joinImported } from '../../imports/plan/join';
import type { ImportSource } from '../../imports/types';
import { fileOf, foundIn, ofKind } from '../support/imports';

const folder = resolve(import.meta.dirname, '../fixtures/imports');
const fixtures = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.\w+$/.test(name),
);

/** All that is found in a file can be kept and travels as JSON; nothing in it can be run. */
async function harmless(source: ImportSource): Promise<void> {
  const found = await foundIn(source);
  const papers = await joinImported(ofKind(found, 'paper'));
  for (const { paper } of papers) {
    expect(paper.id).toMatch(/^[a-z]+:\S/);
    for (const address of [paper.url, paper.codeUrl])
      if (address) expect(address).toMatch(/^https?:\/\//);
  }
  expect(() =>
    JSON.stringify(structuredClone(found.filter(({ kind }) => kind !== 'backup'))),
  ).not.toThrow();
}

describe('no input throws past the importer', () => {
  it.each(fixtures)('%s, cut anywhere', async (name) => {
    const bytes = readFileSync(join(folder, name));
    const step = Math.max(1, Math.floor(bytes.length / 120));
    for (let at = 0; at < bytes.length; at += step)
      await harmless(fileOf(name, bytes.subarray(0, at)));
  });

  it('files with bytes changed and swapped', async () => {
    const texts = fixtures.map((name) => [name, readFileSync(join(folder, name))] as const);
    const change = fc.tuple(
      fc.constantFrom(...texts),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 20 }),
    );
    await fc.assert(
      fc.asyncProperty(change, async ([[name, bytes], changes]) => {
        const broken = new Uint8Array(bytes);
        for (const [at, byte] of changes) broken[at % broken.length] = byte;
        await harmless(fileOf(name, broken));
      }),
      { numRuns: 200 },
    );
  });

  it('random bytes and random text of signs that mean something', async () => {
    const signs = fc.constantFrom(
      ...'@{}()[]"\\,=#$%&~<>/:;-_|`*!',
      'misc',
      'TY  - ',
      'ER  - ',
      '\n',
      '---\n',
      '<DL>',
      '</A>',
      'arXiv:2401.00010',
      '__proto__',
      ' and ',
      'null',
      '0',
    );
    const input = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.array(signs, { maxLength: 80 }).map((parts) => strToU8(parts.join(''))),
    );
    const name = fc.constantFrom('a.bib', 'a.md', 'a.html', 'a.json', 'a.csv', 'a.zip', '');
    await fc.assert(
      fc.asyncProperty(name, input, async (called, bytes) => harmless(fileOf(called, bytes))),
      { numRuns: 300 },
    );
  });

  it('no parser takes what another format is for the end of the world', () => {
    for (const name of fixtures) {
      const text = readFileSync(join(folder, name), 'utf8');
      for (const format of formats) expect(() => [...format.parse({ text, name })]).not.toThrow();
    }
  });

  it.each([
    ['ten million commas', 'a.csv', `id,title,url\n${','.repeat(10_000_000)}`],
    ['braces without end', 'a.bib', `@misc{a, title = ${'{'.repeat(3_000_000)}`],
    ['entries without end', 'a.bib', '@misc{a, title={\n'.repeat(20_000)],
    ['brackets without end', 'a.json', `[{"type":"article"},${'['.repeat(3_000_000)}`],
    [
      'elements in each other',
      'a.rdf',
      `<rdf:RDF xmlns:z="http://www.zotero.org/namespaces/export#">${'<a>'.repeat(200_000)}`,
    ],
    [
      'lists in each other',
      'a.html',
      `<!DOCTYPE NETSCAPE-Bookmark-file-1>${'<DL>'.repeat(200_000)}`,
    ],
    [
      'entities of entities',
      'a.rdf',
      '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;&a;">]><rdf:RDF xmlns:z="http://www.zotero.org/namespaces/export#"><z:a>&c;&c;</z:a></rdf:RDF>',
    ],
    [
      'aliases of aliases',
      'a.md',
      `---\narxiv: 2401.00010\na: &a [x, x]\n${'bcdefghijklmnop'
        .split('')
        .map(
          (name, at) => `${name}: &${name} [*${'abcdefghijklmno'[at]}, *${'abcdefghijklmno'[at]}]`,
        )
        .join('\n')}\n---\n`,
    ],
    [
      'keys of every object',
      'a.json',
      '[{"type":"article","__proto__":{"polluted":1},"title":"T","DOI":"10.1234/x","constructor":{"prototype":{"polluted":1}}}]',
    ],
  ])('%s', async (_, name, text) => {
    await harmless(fileOf(name, text));
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

describe('archives', () => {
  const list = strToU8('- [A](https://arxiv.org/abs/2401.00010)');

  it('are read with what is in them, whatever paths they name', async () => {
    const packed = zipSync({
      'a.md': list,
      '../../b.md': list,
      '/c.bib': strToU8('@misc{c, title={C}, eprint={2401.00020}}'),
      'd.png': list,
    });
    const papers = ofKind(await foundIn(fileOf('vault.zip', packed)), 'paper');
    expect(papers.map(({ paper }) => paper.id)).toEqual(['arxiv:2401.00010', 'arxiv:2401.00020']);
    const packedOnce = await foundIn(fileOf('a.md.gz', gzipSync(list)));
    expect(ofKind(packedOnce, 'paper')).toHaveLength(1);
  });

  it('that grow beyond all measure are refused', async () => {
    const zeros = new Uint8Array(3_000_000);
    const limit = 1_000_000;
    await expect(gunzip(gzipSync(zeros), limit)).rejects.toMatchObject({
      reason: 'archiveTooLarge',
    });
    const packed = zipSync({
      'a.bib': zeros.subarray(0, 600_000),
      'b.bib': zeros.subarray(0, 600_000),
    });
    await expect(unzip(packed, limit)).rejects.toMatchObject({ reason: 'archiveTooLarge' });
    expect((await unzip(packed, 2 * limit)).files).toHaveLength(2);
  });
});

describe('files that are not what they are called', () => {
  it.each([
    ['too large', { name: 'a.bib', blob: { size: 1_000_000_000 } as Blob }, 'tooLarge', undefined],
    ['a PDF', fileOf('a.bib', '%PDF-1.7 …'), 'unknownBinary', { detail: 'PDF' }],
    ['nothing', fileOf('a.bib', ' \n'), 'empty', undefined],
    ['settings', fileOf('a.json', '{"theme":"dark"}'), 'noPapersInJson', { seen: 'theme' }],
    ['sums', fileOf('a.csv', 'sum;of\n1;2\n'), 'noPapersInTable', { seen: 'sum, of' }],
    [
      'a page to sign in',
      fileOf('a.bib', '<!DOCTYPE html><p>Sign in'),
      'webPage',
      { detail: 'web-page' },
    ],
    ['words', fileOf('a.txt', 'Buy milk at 10.5'), 'noPapers', { seen: 'Buy milk at 10.5' }],
  ] as const)('%s', async (_, source, reason, more) => {
    const [refused] = ofKind(await foundIn(source), 'refused');
    expect(refused).toMatchObject({ reason, ...more });
  });

  it('are read all the same, with a remark', async () => {
    const found = await foundIn(fileOf('a.ris', '@misc{a, title={T}, eprint={2401.00010}}'));
    expect(ofKind(found, 'remark')).toMatchObject([{ remark: 'wrongExtension', detail: 'bibtex' }]);
    expect(ofKind(found, 'paper')).toHaveLength(1);
  });

  it('are told when they are no UTF-8', async () => {
    const latin = new Uint8Array([
      ...strToU8('@misc{a, title={Sch'),
      0xf6,
      ...strToU8('n}, eprint={2401.00010}}'),
    ]);
    const found = await foundIn(fileOf('a.bib', latin));
    expect(ofKind(found, 'remark')).toMatchObject([{ remark: 'windows1252' }]);
    expect(ofKind(found, 'paper')[0]?.paper.title).toBe('Schön');
  });
});
