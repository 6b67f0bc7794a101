import { isSaved } from '../paper';
import type { Query } from '../query/query';
import type { Entry, Head } from './entry';
import { headFields } from './entry';
import { matcherOf } from './match';
import type { Order } from './order';

/** What became of a paper that is searched. */
export interface EntryChange {
  /** Absent when it was not searched before. */
  readonly before: Entry | undefined;
  /** Absent when it is searched no longer. */
  readonly after: Entry | undefined;
}

/** What facets and orders know of a paper; its words count by how well they match. */
const known = headFields.filter(
  (field) => field !== 'text' && field !== 'shape' && field !== 'hasNote',
);

/**
 * Tells whether a search may find something else, in another order or with other facets, after some
 * papers have changed. Of papers that are not saved nothing is known here: a search that looks among
 * them may always.
 * @param today The reader's day, as an ISO day.
 */
export function affects(
  query: Query,
  order: Order,
  changes: readonly EntryChange[],
  today: string,
): boolean {
  const { states, score } = matcherOf(query);
  const namesPaper = query.groups.flat().some(({ kind, not }) => kind === 'id' && !not);
  if (namesPaper || [...states].some((state) => !isSaved(state))) return true;
  const scoreOf = (entry: Entry | undefined) => (entry ? Math.max(0, score(entry, today)) : 0);
  return changes.some(({ before, after }) => {
    const [was, is] = [scoreOf(before), scoreOf(after)];
    if (was !== is) return true;
    return is > 0 && before !== undefined && after !== undefined && isOther(before, after, order);
  });
}

function isOther({ head: before }: Entry, { head: after }: Entry, order: Order): boolean {
  const fields: readonly (keyof Head)[] = order === 'title' ? [...known, 'text'] : known;
  return fields.some((field) => before[field] !== after[field]);
}
