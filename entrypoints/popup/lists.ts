import type { Status } from '../../papers/paper';
import { isSaved, isUndecided } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import { tagKey } from '../../papers/tags';
import { listSaved, listUndecided, recordsOf } from '../../store/queries';

/** What the saved papers are narrowed to. */
export interface Filter {
  readonly state?: Status;
  /** See `tagKey`. */
  readonly tag?: string;
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
    holds: (paper) => passes(paper, filter),
  };
}

/**
 * The saved papers that a search found.
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
        papers.push(...records.filter((record) => passes(record, filter)));
        at += step;
      }
      return at < ids.length ? { papers, next: at } : { papers };
    },
  };
}

/** The undecided papers: first what is new, then what was seen before, each by day. */
export const undecidedSource: Source = {
  read: (size, after) => readUndecided(size, after as UndecidedKey | undefined),
  holds: ({ state }) => isUndecided(state),
};

interface UndecidedKey {
  readonly state: 'new' | 'seen';
  readonly key?: IDBValidKey;
}

async function readUndecided(
  size: number,
  { state, key }: UndecidedKey = { state: 'new' },
): Promise<Listing> {
  const { papers, next } = await listUndecided(state, size, key);
  if (next) return { papers, next: { state, key: next } };
  if (state === 'seen') return { papers };
  const rest = await readUndecided(size - papers.length, { state: 'seen' });
  return { ...rest, papers: [...papers, ...rest.papers] };
}

function passes({ state, tags }: PaperRecord, filter: Filter): boolean {
  if (!isSaved(state) || (filter.state && state !== filter.state)) return false;
  return filter.tag === undefined || tags.some((tag) => tagKey(tag) === filter.tag);
}

/**
 * Reads again what a list shows. Where the changed papers keep their places, only they are read.
 * @param open The opened paper stays in its place while it is open, even if it has left the list,
 *   so that nobody loses the paper they are working on.
 */
export async function readAgain(
  source: Source,
  shown: Listing,
  changed: ReadonlySet<string> | 'all',
  size: number,
  open: string | undefined,
): Promise<Listing> {
  const patched = changed === 'all' ? undefined : await patch(source, shown, changed);
  const fresh = patched ?? (await source.read(Math.max(size, shown.papers.length)));
  const place = shown.papers.findIndex(({ id }) => id === open);
  if (!open || place === -1 || fresh.papers.some(({ id }) => id === open)) return fresh;
  const [kept] = await recordsOf([open]);
  const before = shown.papers[place];
  if (!kept || !before || isSaved(kept.state) !== isSaved(before.state)) return fresh;
  if (!isSaved(kept.state) && !isUndecided(kept.state)) return fresh;
  return { ...fresh, papers: fresh.papers.toSpliced(place, 0, kept) };
}

async function patch(
  { holds }: Source,
  shown: Listing,
  changed: ReadonlySet<string>,
): Promise<Listing | undefined> {
  if (!holds) return undefined;
  const records = new Map((await recordsOf([...changed])).map((record) => [record.id, record]));
  const places = new Map(shown.papers.map((paper) => [paper.id, placeOf(paper)]));
  for (const id of changed) {
    const record = records.get(id);
    if (places.get(id) !== (record && holds(record) ? placeOf(record) : undefined))
      return undefined;
  }
  return { ...shown, papers: shown.papers.map((paper) => records.get(paper.id) ?? paper) };
}

function placeOf({ state, sortAt }: PaperRecord): string {
  return `${isUndecided(state) ? state : 'saved'} ${sortAt}`;
}
