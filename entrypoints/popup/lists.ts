import type { Status } from '../../papers/paper';
import { isSaved } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import { tagKey } from '../../papers/tag-key';
import { listSaved, recordsOf } from '../../store/records/queries';

/** What the saved papers are narrowed to. */
export interface Filter {
  readonly state?: Status;
  /** See `tagKey`. */
  readonly tag?: string;
  /** The id of a smart list. */
  readonly list?: string;
}

/** Some papers from the top, and how to go on. */
export interface Listing {
  readonly papers: readonly PaperRecord[];
  /** Absent when the list is whole. */
  readonly next?: unknown;
}

/** A list that is read page by page. */
export interface Source {
  read(size: number, after?: unknown): Promise<Listing>;
  /** Whether the paper is in the list; absent where only reading anew can tell. */
  holds?(paper: PaperRecord): boolean;
}

/** The saved papers, newest first. */
export function savedSource(filter: Filter): Source {
  return {
    read: (size, after) => listSaved(filter, size, after as IDBValidKey | undefined),
    holds: (paper) => isSaved(paper.state) && isWithin(paper, filter),
  };
}

/**
 * The papers that a search found, saved or not: it says itself which it looks among.
 * @param find Gives their ids, best match first.
 */
export function foundSource(find: () => Promise<readonly string[]>, filter: Filter): Source {
  const chunk = 200;
  return {
    async read(size, after = 0) {
      const ids = await find();
      const papers: PaperRecord[] = [];
      let at = after as number;
      while (at < ids.length && papers.length < size) {
        const step = Math.min(chunk, size - papers.length);
        const records = await recordsOf(ids.slice(at, at + step));
        papers.push(...records.filter((record) => isWithin(record, filter)));
        at += step;
      }
      return at < ids.length ? { papers, next: at } : { papers };
    },
  };
}

function isWithin({ state, tags }: PaperRecord, filter: Filter): boolean {
  if (filter.state && state !== filter.state) return false;
  return filter.tag === undefined || tags.some((tag) => tagKey(tag) === filter.tag);
}
