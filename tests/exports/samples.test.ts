import { existsSync, readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { OutgoingPaper } from '../../exports/outgoing';
import { bare, text, whole, written } from './outgoing';

describe('the vault', () => {
  it('has one note a paper, under a name that every system takes', async () => {
    const odd = { ...bare, title: '../../etc/passwd: a|b?' };
    const files = unzipSync(
      await written('vault', [whole, whole, odd, { ...bare, title: 'CON' }, bare]),
    );
    expect(Object.keys(files)).toEqual([
      'Papers/Forgetting BERT 100% & $ pi_0$.md',
      'Papers/Forgetting BERT 100% & $ pi_0$ 2.md',
      'Papers/etc passwd a b.md',
      'Papers/CON paper.md',
      'Papers/custom thing.md',
    ]);
    const note = strFromU8(files['Papers/Forgetting BERT 100% & $ pi_0$.md'] ?? new Uint8Array());
    expect(note).toContain('arxiv: "2503.02130"\n');
    expect(note).toContain(
      'tags:\n  - "long-context"\n  - "vision-language"\n  - "a-b"\ntag-names:',
    );
    expect(note).toContain('added: 2026-03-02T07:30:00\n---');
  });
});

it('a vault of more notes than the end of a zip can count is one all the same', async () => {
  const papers = Array.from({ length: 66_000 }, (_, at) => ({ id: `custom:${at}` }));
  const packed = await written('vault', papers);
  const end = new DataView(packed.buffer, packed.length - 22);
  expect(end.getUint32(0, true)).toBe(0x06054b50);
  expect(end.getUint16(10, true)).toBe(0xffff);
  const names = new Set<string>();
  unzipSync(packed, { filter: ({ name }) => !names.add(name) });
  expect(names.size).toBe(66_000);
});

const samples = '../shared/formats/export';

describe('the samples of one good way to write each', () => {
  if (!existsSync(samples)) console.log(`Samples are not compared: there is no ${samples}`);
  it('are what is written, but for keys and what is ours', async () => {
    if (!existsSync(samples)) return;
    interface Sample extends Omit<OutgoingPaper, 'authors' | 'savedAt'> {
      readonly authors: readonly { family?: string; given?: string; literal?: string }[];
      readonly year?: number;
      readonly savedAt: string;
    }
    const { papers: list } = JSON.parse(readFileSync(`${samples}/papers.json`, 'utf8')) as {
      papers: Sample[];
    };
    const ours = list.map(
      ({ authors, year, savedAt, ...rest }): OutgoingPaper => ({
        ...rest,
        ...(year === undefined ? {} : { publishedAt: String(year) }),
        savedAt: Date.parse(savedAt),
        authors: authors.map(({ literal, family, given }) =>
          literal ? `{${literal}}` : `${family}, ${given}`,
        ),
      }),
    );
    const plain = (file: string) =>
      file
        .replace(/^@(\w+)\{.*/gm, '@$1')
        .replace(/,?\n {2}(?:x-offprint-saved|url|doi) = .*/g, '')
        .trim();
    expect(plain(await text('bibtex', ours))).toBe(
      plain(readFileSync(`${samples}/library.bib`, 'utf8')),
    );
    const lines = (file: string) =>
      file
        .replace(/\r/g, '')
        .split('\n')
        .filter((one) => !/^UR/.test(one));
    expect(lines(await text('ris', ours)).filter(Boolean)).toEqual(
      lines(readFileSync(`${samples}/library.ris`, 'utf8')).filter(Boolean),
    );
  });
});
