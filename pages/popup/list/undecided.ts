import { listUndecided } from '../../../store/records/queries';
import type { Listing } from './sources';

interface UndecidedKey {
  readonly state: 'new' | 'seen';
  readonly key?: IDBValidKey;
}

/**
 * Reads a page of the undecided papers: first what is new, then what was seen before, each by day.
 * @param after The `next` of the page before.
 * @throws StoreError
 */
export async function readUndecided(size: number, after?: unknown): Promise<Listing> {
  const { state, key } = (after ?? { state: 'new' }) as UndecidedKey;
  const { papers, next } = await listUndecided(state, size, key);
  if (next) return { papers, next: { state, key: next } };
  if (state === 'seen') return { papers };
  const rest = await readUndecided(size - papers.length, { state: 'seen' });
  return { ...rest, papers: [...papers, ...rest.papers] };
}
