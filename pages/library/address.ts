import { type Order, orderNamed } from '../../papers/search/order';

/** What the library may show. */
export const views = ['list', 'rules', 'tags', 'duplicates', 'statistics', 'actions'] as const;
export type View = (typeof views)[number];

/** Where the reader is in the library; the page's address says all of it. */
export interface Address {
  readonly view: View;
  readonly query: string;
  readonly order: Order;
  /** Of `random`. */
  readonly seed?: number | undefined;
  /** The paper under the cursor. */
  readonly paper?: string | undefined;
}

/** The reading list, newest first. */
export const home: Address = { view: 'list', query: '', order: 'best' };

/** Reads an address; whatever is missing or unknown has its default. */
export function readAddress(search: string): Address {
  const parameters = new URLSearchParams(search);
  const seed = Number(parameters.get('seed'));
  const paper = parameters.get('paper');
  return {
    view: views.find((view) => view === parameters.get('view')) ?? home.view,
    query: parameters.get('q') ?? home.query,
    order: orderNamed(parameters.get('sort') ?? home.order),
    ...(Number.isSafeInteger(seed) && seed > 0 ? { seed } : {}),
    ...(paper ? { paper } : {}),
  };
}

/** Writes an address, without what is as by default: `?q=is%3Aunread&paper=…`. */
export function writeAddress({ view, query, order, seed, paper }: Address): string {
  const parameters = new URLSearchParams();
  if (view !== home.view) parameters.set('view', view);
  if (query) parameters.set('q', query);
  if (order !== home.order) parameters.set('sort', order);
  if (seed !== undefined && order === 'random') parameters.set('seed', String(seed));
  if (paper !== undefined) parameters.set('paper', paper);
  const written = parameters.toString();
  return written ? `?${written}` : location.pathname;
}
