import { dateIn, instantIn, publishedOn } from '../parts/dates';
import { entryOf } from '../parts/entry';
import { type FrontMatter, frontMatterOf } from '../parts/front-matter';
import { idsOf } from '../parts/ids';
import { inlinePropertiesOf } from '../parts/inline-properties';
import { markdownEntries } from '../parts/markdown-list';
import { joinedName, spokenName } from '../parts/names';
import { textOf, textsOf } from '../parts/objects';
import { isSet, statusIn } from '../parts/statuses';
import type { Document, ImportFormat, Parsed, Steps } from '../types';

/**
 * Markdown: a list of links, or one note a paper with properties at its top, as Obsidian has them
 * (https://help.obsidian.md/properties).
 */
export const markdown: ImportFormat = {
  id: 'markdown',
  extensions: ['md', 'markdown', 'mdown', 'mkd'],
  recognises: ({ start, extension }) =>
    ['md', 'markdown', 'mdown', 'mkd'].includes(extension) ||
    /^---[ \t]*\r?\n[\w-]+:/.test(start) ||
    /(?:^|\n)[ \t]*(?:[-*+]|\d+[.)])\s+(?:\[[ xX/-]\]\s+)?(?:\[[^\]\n]+\][([]|<https?:)|\]\(https?:/.test(
      start,
    ),
  parse: parseMarkdown,
};

/** The line below which a note of ours is the reader's; see `vaultMarker` in exports. */
const ownMarker = /^%% offprint: .*%%[ \t]*(?:\r?\n|$)/m;

function* parseMarkdown(document: Document): Steps {
  const matter = frontMatterOf(document.text) ?? propertiesOfPaper(document.text);
  if (matter && 'broken' in matter)
    yield { kind: 'damaged', line: matter.line, key: document.name, reason: 'unreadable' };
  else if (matter && isOfPaper(matter)) yield* noteOf(matter, document.name);
  else
    yield* markdownEntries(
      matter?.body ?? document.text,
      matter?.bodyLine ?? 1,
      document.isInVault === true,
    );
}

/** Lines below a heading count as properties where they say which paper it is. */
function propertiesOfPaper(text: string): FrontMatter | undefined {
  const matter = inlinePropertiesOf(text);
  return matter && isOfPaper(matter) ? matter : undefined;
}

function claimsOf({ properties }: FrontMatter) {
  const id = textOf(properties, 'id');
  const names = (...keys: string[]) => keys.map((key) => textOf(properties, key));
  return {
    arxiv: [
      ...names('arxiv', 'arxiv-id', 'arxivid', 'eprint'),
      /^arxiv:/i.test(id ?? '') ? id : undefined,
    ],
    doi: [...names('doi', 'DOI'), /^doi:/i.test(id ?? '') ? id : undefined],
    addresses: [...names('url', 'URL', 'link', 'source'), id?.replace(/^url:/, '')],
    known: [/^(?:openreview|acl|pmid):\S/.test(id ?? '') ? id : undefined],
  };
}

/** Notes of all kinds have properties; one of a paper says which. */
function isOfPaper(matter: FrontMatter): boolean {
  const { ids, cut } = idsOf(claimsOf(matter));
  const isDescribed = ['title', 'authors', 'author'].some((name) => name in matter.properties);
  const [address] = claimsOf(matter).addresses;
  return ids.length > 0 || cut !== undefined || (isDescribed && /^https?:/.test(address ?? ''));
}

const homes = new Set(
  'id title authors author year date published venue journal arxiv doi url code tags tag tag-names status starred added date-added updated abstract organization aliases'.split(
    ' ',
  ),
);

function* noteOf(matter: FrontMatter, name: string): Generator<Parsed, void> {
  const { properties } = matter;
  const text = (key: string) => textOf(properties, key);
  const { abstract, note } = partsOf(matter.body);
  const authors = [...textsOf(properties, 'authors'), ...textsOf(properties, 'author')];
  yield* entryOf({
    line: 1,
    key: name || text('title'),
    claims: claimsOf(matter),
    title: text('title') ?? name,
    authors: authors.flatMap((one) => one.split(/\s*;\s*|\s+and\s+/)).map(authorOf),
    date: dateIn(text('published') ?? text('date')) ?? publishedOn(text('year')),
    venue: text('venue') ?? text('journal'),
    abstract: text('abstract') ?? abstract,
    codeUrl: text('code'),
    organization: text('organization'),
    tags: tagsOf(matter),
    note,
    status: statusIn(text('status')),
    starred: isSet(text('starred') ?? ''),
    // Our own notes tell UTC; what a reader or another tool wrote is their time.
    savedAt: instantIn(text('added') ?? text('date-added'), ownMarker.test(matter.body) ? 'Z' : ''),
    extra: ['markdown', bagOf(matter)],
  });
}

function authorOf(raw: string): string {
  const name = raw.replace(/^\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]$/, '$1');
  const group = /^\{(.*)\}$/.exec(name)?.[1];
  return group === undefined ? spokenName(name) : joinedName({ literal: group });
}

/** True names where they are told, since Obsidian's own tags hold no blank; else the tags, as lists or as one text. */
function tagsOf({ properties }: FrontMatter): string[] {
  const names = textsOf(properties, 'tag-names');
  if (names.length) return names;
  const tags = ['tags', 'tag'].flatMap((key) => {
    const value = properties[key];
    if (typeof value !== 'string') return textsOf(properties, key);
    return value.split(value.includes(',') ? /,/ : /\s+/);
  });
  return tags.map((tag) =>
    tag
      .trim()
      .replace(/^#/, '')
      .replace(/^\[\[([^\]|]*\|)?([^\]|]*)\]\]$/, '$2'),
  );
}

/** The callout with the abstract that Offprint writes, and the note. */
function partsOf(body: string): { readonly abstract?: string; readonly note?: string } {
  const callout = /^\s*> \[!abstract\][^\n]*\n((?:>[^\n]*(?:\n|$))*)/.exec(body);
  const abstract = callout?.[1]?.replace(/^> ?/gm, '').trim();
  const note = body
    .slice(callout?.[0].length ?? 0)
    .replace(/^\s*#{1,6} Notes?[ \t]*\r?\n/, '')
    .replace(ownMarker, '')
    .trim();
  return { ...(abstract ? { abstract } : {}), ...(note ? { note } : {}) };
}

/** Other names of a note are kept, but not its title said again. */
function* bagOf({ properties }: FrontMatter): Generator<[string, unknown]> {
  for (const [name, value] of Object.entries(properties)) if (!homes.has(name)) yield [name, value];
  const status = textOf(properties, 'status');
  if (status && !statusIn(status)) yield ['status', status];
  const aliases = textsOf(properties, 'aliases').filter(
    (alias) => alias !== textOf(properties, 'title'),
  );
  if (aliases.length) yield ['aliases', aliases];
}
