import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { joinImported } from '../../imports/plan/join';
import type { ImportedPaper, ImportSource } from '../../imports/types';
import { fileOf, foundIn, ofKind } from '../support/imports';

/** Real files with what is in them, which are no part of the repository. */
const folder = resolve(import.meta.dirname, '../../../shared/formats');
const isThere = existsSync(folder);
if (!isThere)
  console.log('The samples of file formats are not here: their tests have nothing to read.');

interface Name {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
}

interface ExpectedPaper {
  readonly id: string;
  readonly aliases?: readonly string[];
  readonly authors: readonly Name[];
  readonly title?: string;
  readonly year?: number;
  readonly version?: number;
  readonly url?: string;
  readonly venue?: string;
  readonly abstract?: string;
  readonly tags?: readonly string[];
  readonly note?: string;
  readonly status?: string;
  readonly starred?: boolean;
  readonly savedAt?: string;
}

interface Expected {
  readonly entries?: number;
  readonly papers?: readonly ExpectedPaper[];
  readonly error?: string;
  readonly recovered?: number;
}

/** What the samples tell of a paper, of one that was read. */
function told({ paper, words }: ImportedPaper, expected: ExpectedPaper | undefined): ExpectedPaper {
  const known = {
    id: paper.id,
    aliases: paper.aliases,
    title: paper.title,
    authors: (paper.authors ?? []).map(nameOf),
    year: paper.publishedAt === undefined ? undefined : Number(paper.publishedAt.slice(0, 4)),
    version: paper.version,
    // An address that the id leads to may be told or not.
    url:
      expected?.url === undefined &&
      /arxiv\.org|doi\.org|openreview|aclanthology/.test(paper.url ?? '')
        ? undefined
        : paper.url,
    venue: paper.venue,
    abstract: paper.abstract,
    tags: [...words.tags, ...words.folders],
    note: words.note,
    status: words.status,
    starred: expected?.starred === undefined && words.starred === false ? undefined : words.starred,
    savedAt: words.savedAt === undefined ? undefined : savedAs(words.savedAt, expected?.savedAt),
  };
  return JSON.parse(JSON.stringify(known));
}

function nameOf(name: string): Name {
  const [family = '', given] = name.split(', ');
  return given === undefined ? { literal: name } : { family, given };
}

/** A time without a zone is the reader's own. */
function savedAs(at: number, expected = ''): string {
  if (expected.endsWith('Z')) return new Date(at).toISOString();
  const date = new Date(at);
  const two = (number: number) => String(number).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

function withoutDerived(paper: ExpectedPaper & { doi?: string; arxiv?: string }): ExpectedPaper {
  const { doi: _doi, arxiv: _arxiv, ...rest } = paper;
  return { tags: [], ...rest };
}

const byId = (one: { readonly id: string }, other: { readonly id: string }) =>
  one.id < other.id ? -1 : 1;

async function check(sources: readonly ImportSource[], expected: Expected): Promise<void> {
  const found = await foundIn(...sources);
  const papers = await joinImported(ofKind(found, 'paper').filter(({ isOffered }) => !isOffered));
  const told_ = papers.map((paper) => {
    const its = expected.papers?.find(({ id }) => id === paper.paper.id);
    return told(paper, its);
  });
  if (expected.papers)
    expect(told_.toSorted(byId)).toEqual(expected.papers.map(withoutDerived).toSorted(byId));
  if (expected.recovered !== undefined) expect(papers).toHaveLength(expected.recovered);
  if (expected.error)
    expect(
      found.some(({ kind }) => kind === 'damaged' || kind === 'refused' || kind === 'remark'),
    ).toBe(true);
}

const samples = (isThere ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [])
  .filter((name) => name.endsWith('.expected.json') && !name.includes('vault'))
  .map((name) => {
    const stem = name.split('/').at(-1)?.replace('.expected.json', '') ?? '';
    const place = join(folder, name, '..');
    const file =
      readdirSync(place).find((one) => one.startsWith(`${stem}.`) && !one.includes('.expected.')) ??
      '';
    return {
      name: file ? name.replace('.expected.json', file.slice(stem.length)) : name,
      place,
      file,
      expected: join(folder, name),
    };
  });

describe.runIf(isThere)('the samples', () => {
  it.each(samples)('reads $name', async ({ place, file, expected }) => {
    await check(
      [fileOf(file, readFileSync(join(place, file)))],
      JSON.parse(readFileSync(expected, 'utf8')),
    );
  });

  it('reads the vault', async () => {
    const vault = join(folder, 'markdown/vault');
    const notes = readdirSync(vault).map((name) =>
      fileOf(`vault/${name}`, readFileSync(join(vault, name))),
    );
    await check(
      notes,
      JSON.parse(readFileSync(join(folder, 'markdown/vault.expected.json'), 'utf8')),
    );
  });
});
