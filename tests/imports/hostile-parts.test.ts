import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { exportFormats } from '../../exports/formats';
import { formats } from '../../imports/formats';
import { jsonValues } from '../../imports/parts/json-values';
import type { ImportedPaper } from '../../imports/types';
import { text } from '../exports/outgoing';
import { fileOf, foundIn, ofKind, papersIn } from '../support/imports';

const leaving = ({ paper, words, extra }: ImportedPaper) => {
  const { folders: _, ...said } = words;
  return { ...paper, ...said, extra };
};

describe('a text without its other half', () => {
  const lone = '\\ud800';
  const item = `[{"type":"article","title":"A ${lone} B","DOI":"10.1234/x${lone}","author":[{"family":"F${lone}"}],
    "URL":"https://example.org/${lone}","volume":"${lone}","custom":{"offprint":{"tags":["t${lone}"],"note":"n${lone}"}}}]`;

  it('is mended as it comes in, and keeps nothing from going out', async () => {
    const papers = await papersIn(fileOf('a.json', item));
    expect(papers).toHaveLength(1);
    expect(JSON.stringify(papers)).not.toMatch(/\\ud800/i);
    for (const { id } of exportFormats) expect(await text(id, papers.map(leaving))).not.toBe('');
  });

  it('that is here all the same keeps no list from going out', async () => {
    const papers = [{ id: 'doi:10.1234/x\ud800', title: '\ud800' }, { id: 'arxiv:2401.00010' }];
    for (const { id } of exportFormats)
      expect(await text(id, papers), id).toMatch(id === 'vault' ? /2401/ : /2401\.00010/);
  });

  it('is none where a long text is cut within a sign', async () => {
    const title = `${'x'.repeat(999)}😀`;
    const [paper] = await papersIn(
      fileOf('a.bib', `@misc{a, title={${title}}, eprint={2401.00010}}`),
    );
    expect(paper?.paper.title?.isWellFormed()).toBe(true);
  });
});

it.each([
  'javascript:alert(1)',
  ' java\nscript:alert(1)',
  'data:text/html,<script>',
  'place:sort=8',
])('an address that runs is kept nowhere, so that it goes out nowhere: %j', async (address) => {
  const item = {
    type: 'article',
    title: 'T',
    DOI: '10.1234/x',
    URL: address,
    custom: { a: [address] },
  };
  const [paper] = await papersIn(fileOf('a.json', JSON.stringify([item])));
  expect(paper?.extra).toEqual({ csl: { type: 'article' } });
});

describe('an archive', () => {
  const entry = (at: number) => strToU8(`@misc{k${at}, title={T}, eprint={2401.0001${at}}}`);
  const packed = zipSync({ 'a.bib': entry(1), 'b.bib': entry(2), 'c.bib': entry(3) }, { level: 0 });
  const idsIn = async (bytes: Uint8Array) =>
    ofKind(await foundIn(fileOf('a.zip', bytes)), 'paper').map(({ paper }) => paper.id);

  it('with a file that is packed in another way, or damaged, costs that one, which is named', async () => {
    const other = packed.slice();
    other[8] = 14;
    expect(await idsIn(other)).toEqual(['arxiv:2401.00012', 'arxiv:2401.00013']);
    const [damaged] = ofKind(await foundIn(fileOf('a.zip', other)), 'damaged');
    expect(damaged).toMatchObject({ file: 'a.zip/a.bib', reason: 'unreadable' });
    const broken = zipSync({ 'a.bib': entry(1), 'b.bib': entry(2) });
    broken.fill(0xff, 36, 50);
    expect(await idsIn(broken)).toEqual(['arxiv:2401.00012']);
  });

  it('cut anywhere gives the files before the cut, and says so', async () => {
    const last = packed.length - 22;
    for (let end = 100; end < last; end += 7) {
      const found = await foundIn(fileOf('a.zip', packed.subarray(0, end)));
      const ids = ofKind(found, 'paper').map(({ paper }) => paper.id);
      expect(['arxiv:2401.00011', 'arxiv:2401.00012', 'arxiv:2401.00013']).toEqual(
        expect.arrayContaining(ids),
      );
      expect(ofKind(found, 'remark').map(({ remark }) => remark)).toContain('archiveCut');
    }
    const zipped = gzipSync(strToU8('- [A](https://arxiv.org/abs/2401.00010)\n'.repeat(3)));
    const found = await foundIn(fileOf('a.md.gz', zipped.subarray(0, -9)));
    expect(ofKind(found, 'remark')).toMatchObject([{ remark: 'archiveCut' }]);
  });
});

it('a long file that is cut within a character is UTF-8 all the same', async () => {
  const whole = `@misc{a, title={Schön}, eprint={2401.00010}}\n${' '.repeat(1_100_000)}`;
  const cut = new Uint8Array([...strToU8(whole), 0xe2, 0x82]);
  const found = await foundIn(fileOf('a.bib', cut));
  expect(ofKind(found, 'remark')).toEqual([]);
  expect(ofKind(found, 'paper')[0]?.paper.title).toBe('Schön');
});

it('noughts that a crash left behind a file are none of UTF-16', async () => {
  const found = await foundIn(
    fileOf('a.bib', `@misc{a, title={T}, eprint={2401.00010}}${'\0'.repeat(6000)}`),
  );
  expect(ofKind(found, 'paper')).toHaveLength(1);
});

describe('what is made up to do harm', () => {
  it('is passed over in steps where it is blank or empty', () => {
    const steps = (json: string) => [...jsonValues(json)].filter((one) => one === undefined).length;
    expect(steps(`[${' '.repeat(700_000)}`)).toBeGreaterThan(9);
    expect(steps(`[${','.repeat(700_000)}`)).toBeGreaterThan(9);
  });

  it('is told apart by its first signs in one look', () => {
    for (const unit of ['\n', ' \n', '\t\n', '\n ', '\r\n', '>', '- ', '1.', '<DL>', '"a":']) {
      const start = `x${unit.repeat(65_000 / unit.length)}`;
      for (const { recognises } of formats)
        expect(typeof recognises({ start, extension: '' })).toBe('boolean');
    }
  });

  it('is told apart so where a heading is without end, or many files begin with one', () => {
    const start = `# ${' '.repeat(65_000)}`;
    for (let count = 0; count < 20; count += 1)
      for (const { recognises } of formats)
        expect(typeof recognises({ start, extension: 'md' })).toBe('boolean');
  });

  it('is a tree of as many groups as fit into it, each with the same paper', async () => {
    const groups = Array.from({ length: 45_000 }, (_, at) => `1 ExplicitGroup:g${at}\\;0\\;a\\;;`);
    const tree = `@comment{jabref-meta: groupstree:\n${groups.join('\n')}\n}`;
    const [paper] = await papersIn(fileOf('a.bib', `@misc{a, title={T}}\n${tree}`));
    expect(paper?.words.folders.length).toBeGreaterThan(900);
  });

  it('says once that a paper has more tags, or fields, than any has', async () => {
    const many = Array.from({ length: 30_000 }, (_, at) => at);
    const fields = Object.fromEntries(many.map((at) => [`field-${at}`, at]));
    const tags = many.map((at) => `t${at}`);
    const item = {
      type: 'article',
      title: 'T',
      DOI: '10.1234/x',
      ...fields,
      custom: { offprint: { tags } },
    };
    const found = await foundIn(fileOf('a.json', JSON.stringify([item])));
    expect(ofKind(found, 'remark').length).toBeLessThan(30);
    expect(ofKind(found, 'paper')[0]?.words.tags).toHaveLength(1000);
  });

  it('is one paper, however often a file tells of it', async () => {
    const rows = '| [a](https://arxiv.org/abs/2401.00010) | b |\n'.repeat(1500);
    const papers = await papersIn(fileOf('a.md', `| a | b |\n|---|---|\n${rows}`));
    expect(papers).toHaveLength(1);
    expect(papers[0]?.places).toHaveLength(1500);
  });

  it('are collections in each other without end', async () => {
    const head = `<rdf:RDF xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">
      <rdf:Description rdf:about="#1"><z:itemType>preprint</z:itemType><dc:title>T</dc:title></rdf:Description>`;
    const chain = Array.from(
      { length: 12_000 },
      (_, at) =>
        `<z:Collection rdf:about="#c${at}"><dc:title>A</dc:title><dcterms:hasPart rdf:resource="#c${at + 1}"/></z:Collection>`,
    );
    expect(await papersIn(fileOf('a.rdf', `${head}${chain.join('')}</rdf:RDF>`))).toHaveLength(1);
  });
});
