import * as v from 'valibot';
import type { Paper } from '../../papers/paper';
import { paperOf } from './entry';

/** What an answer lists, and how many of its entries were no papers. */
export interface DailyPapers {
  readonly papers: readonly Paper[];
  readonly skipped: number;
  /** Whether it is as long as an answer can be, so that the list may go on on the next page. */
  readonly isFull: boolean;
}

/** The permission that asking needs; one of `requiredHosts` in sites/hosts.ts. */
export const apiPermission = 'https://huggingface.co/*';

/** The most that the site gives at once; a day had 77, a week and a month have more than a hundred. */
const pageLength = 100;

const envelope = v.array(v.unknown());
const entry = v.object({ paper: v.object({ id: v.string() }) });

/**
 * The address that lists a day's papers as JSON, a hundred at a time.
 * @param day An ISO day, as the site counts them, in UTC.
 * @param page Counted from 0; one beyond the end is an empty list.
 */
export function dailyPapersAddress(day: string, page = 0): string {
  const address = `https://huggingface.co/api/daily_papers?date=${day}&limit=${pageLength}`;
  return page === 0 ? address : `${address}&p=${page}`;
}

/**
 * Reads the answer of that address. An entry that is no paper is skipped, and an unknown field
 * ignored.
 * @param answer The JSON as it was parsed.
 * @returns `undefined` when the answer has another shape: it is no list, or none of its several
 * entries is a paper. One alone may be a bad entry as well.
 */
export function readDailyPapers(answer: unknown): DailyPapers | undefined {
  const list = v.safeParse(envelope, answer);
  if (!list.success) return undefined;
  const found = new Map<string, Paper>();
  let skipped = 0;
  for (const one of list.output) {
    const paper = v.is(entry, one) ? paperOf(one) : undefined;
    if (paper) found.set(paper.id, found.get(paper.id) ?? paper);
    else skipped += 1;
  }
  const papers = [...found.values()];
  const isFull = list.output.length >= pageLength;
  return papers.length > 0 || list.output.length <= 1 ? { papers, skipped, isFull } : undefined;
}

/** The address that tells of one paper, by its id of arXiv; 404 where the site has no page for it. */
export function paperAddress(arxivId: string): string {
  return `https://huggingface.co/api/papers/${arxivId}`;
}

/**
 * Reads the answer of that address.
 * @param answer The JSON as it was parsed.
 * @returns `undefined` where it is no paper.
 */
export function readPaper(answer: unknown): Paper | undefined {
  return v.is(entry.entries.paper, answer) ? paperOf(answer) : undefined;
}
