import { exactArxivId } from '../../papers/ids';
import { limits } from '../../papers/limits';
import type { Paper } from '../../papers/paper';
import { present, tidy } from '../text';
import { feedParts, termsIn, within } from './atom';

/** What a feed of arXiv announces: of the newest day that had an announcement. */
export interface Announcement {
  /** The ISO day of the feed itself; arXiv's days change at midnight in New York. */
  readonly day: string;
  /** New papers and those that are listed from other subjects, without new versions of older ones. */
  readonly papers: readonly Paper[];
}

/** The origin of arXiv's feeds, which needs a permission of its own. https://info.arxiv.org/help/rss.html */
export const feedPermission = 'https://rss.arxiv.org/*';

/** An archive or a category that can be followed: `cs.CL`, `hep-th`. */
export const subjectPattern = /^[a-z][a-z-]{1,11}(?:\.[A-Za-z-]{2,10})?$/;

/** The address of the feed of some subjects, which arXiv joins into one. */
export function feedAddress(subjects: readonly string[]): string {
  return `https://rss.arxiv.org/atom/${subjects.join('+')}`;
}

/**
 * Reads a feed of announcements.
 * @returns `undefined` where it is none, or says no day: a page of a proxy, an answer that was cut off.
 */
export function readFeed(xml: string): Announcement | undefined {
  const parts = feedParts(xml);
  if (!parts) return undefined;
  const { head, entries } = parts;
  const dayIn = (text: string | undefined) => /^\s*(\d{4}-\d\d-\d\d)T/.exec(text ?? '')?.[1];
  const day = dayIn(within(entries[0] ?? '', 'published')) ?? dayIn(within(head, 'updated'));
  if (day === undefined) return undefined;
  const papers = new Map<string, Paper>();
  for (const entry of entries) {
    const paper = paperOf(entry);
    if (paper && !papers.has(paper.id)) papers.set(paper.id, paper);
  }
  return { day, papers: [...papers.values()] };
}

function paperOf(entry: string): Paper | undefined {
  const summary = within(entry, 'summary') ?? '';
  const told = within(entry, 'arxiv:announce_type') ?? /Announce Type: (\S+)/.exec(summary)?.[1];
  if (told?.trim().startsWith('replace')) return undefined;
  const [, id = ''] = /oai:arXiv\.org:(\S+)/i.exec(within(entry, 'id') ?? '') ?? [];
  const identity = exactArxivId(id);
  const title = tidy(within(entry, 'title'), limits.title);
  if (!identity || !title) return undefined;
  const names = (within(entry, 'dc:creator') ?? '').split(/,\s*|\s+and\s+/).filter(Boolean);
  return present<Paper>({
    ...identity,
    title,
    authors: names.length ? names.slice(0, limits.names) : undefined,
    abstract: tidy(summary.replace(/^[\s\S]*?Abstract:\s*/, ''), limits.abstract),
    categories: termsIn(entry),
  });
}
