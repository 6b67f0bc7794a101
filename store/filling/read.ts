import type { PaperId } from '../../papers/paper';
import { withDatabase } from '../database/with-database';
import type { Filling } from './row';

/** A paper that nobody is asked for any more, and what it is called by now. */
export interface Unfilled {
  readonly filling: Filling;
  readonly title?: string;
}

/** How many papers wait, and which of them are asked for no more. */
export interface FillingCounts {
  readonly waiting: number;
  readonly ended: number;
  /** The first ones of those. */
  readonly unfilled: readonly Unfilled[];
}

/** How many papers are listed that are asked for no more. */
const mostListed = 50;

/**
 * Reads how many papers wait for what sources say of them.
 * @throws StoreError
 */
export function readFillings(): Promise<FillingCounts> {
  return withDatabase(async (database) => {
    const transaction = database.transaction(['fillings', 'papers']);
    const store = transaction.objectStore('fillings');
    const [all, waiting] = await Promise.all([store.count(), store.index('due').count()]);
    const ended =
      all > waiting ? (await store.getAll()).filter((row) => row.due === undefined) : [];
    const listed = ended.slice(0, mostListed);
    const records = await Promise.all(
      listed.map(({ id }) => transaction.objectStore('papers').get(id)),
    );
    const unfilled = listed.map((filling, at) => {
      const title = records[at]?.title;
      return title === undefined ? { filling } : { filling, title };
    });
    return { waiting, ended: ended.length, unfilled };
  });
}

/**
 * Reads how far the asking for one paper has come.
 * @returns `undefined` where it does not wait.
 * @throws StoreError
 */
export function readFilling(id: PaperId): Promise<Filling | undefined> {
  return withDatabase((database) => database.get('fillings', id));
}
