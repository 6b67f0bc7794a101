import { addressOf } from '../papers/identity';
import { authorNames } from '../papers/names';
import type { PaperDetails, PaperRecord } from '../papers/record';
import type { Roundup } from './roundup';
import { escapeHtml, linkOf, plain, titleOf } from './share';

/** The same for ever: a reader that takes in the file of each day keeps them as one feed. */
const feedId = 'tag:offprint.example,2026:morning-digest';

/**
 * A digest as an Atom feed; see RFC 4287. A paper that is in two parts is one entry with two categories.
 * @param now ms since the epoch.
 */
export function asAtom({ title, parts, details }: Roundup, now: number): string {
  const entries = new Map<string, { readonly paper: PaperRecord; readonly headings: string[] }>();
  for (const { heading, papers } of parts)
    for (const paper of papers) {
      const entry = entries.get(paper.id) ?? { paper, headings: [] };
      entry.headings.push(heading);
      entries.set(paper.id, entry);
    }
  const left = parts.flatMap(({ heading, more }) => (more ? [`${heading}: ${more}`] : []));
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    element('id', feedId),
    element('title', title),
    ...(left.length ? [element('subtitle', left.join('. '))] : []),
    element('updated', new Date(now).toISOString()),
    `<author>${element('name', 'Offprint')}</author>`,
    ...[...entries.values()].map(({ paper, headings }) =>
      entryOf(paper, details.get(paper.id), headings, now),
    ),
    '</feed>',
  ];
  return `${lines.join('\n')}\n`;
}

function entryOf(
  paper: PaperRecord,
  details: PaperDetails | undefined,
  headings: readonly string[],
  now: number,
): string {
  const published = instantOf(paper.publishedAt);
  const link = linkOf(paper);
  const summary = plain(details?.aiSummary ?? details?.abstract ?? '');
  const parts = [
    element('id', idOf(paper)),
    element('title', titleOf(paper)),
    element('updated', instantOf(paper.dailyAt) ?? published ?? new Date(now).toISOString()),
    published && element('published', published),
    ...authorsOf(paper, details).map((name) => `<author>${element('name', name)}</author>`),
    link && `<link rel="alternate" href="${escapeHtml(link)}"/>`,
    ...headings.map((heading) => `<category term="${escapeHtml(plain(heading))}"/>`),
    (summary || !link) && element('summary', summary || titleOf(paper)),
    !link && element('content', summary || titleOf(paper)),
  ];
  return `<entry>\n${parts.filter(Boolean).join('\n')}\n</entry>`;
}

function authorsOf(paper: PaperRecord, details: PaperDetails | undefined): string[] {
  return authorNames(paper, details).map(plain).filter(Boolean);
}

/** The address of the paper, which stays; where it has none, a tag of ours. */
function idOf({ id }: PaperRecord): string {
  const address = addressOf(id);
  if (address && URL.canParse(address)) return new URL(address).href;
  return `tag:offprint.example,2026:${encodeURIComponent(plain(id).toWellFormed())}`;
}

function instantOf(date: string | undefined): string | undefined {
  const at = Date.parse(date ?? '');
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

function element(name: string, value: string): string {
  return `<${name}>${escapeHtml(plain(value))}</${name}>`;
}
