import type { StoreName } from '../database/schema';

/** What of an object store changes it. Nothing that is announced is written by a cursor. */
const writing: ReadonlySet<PropertyKey> = new Set(['put', 'add', 'delete', 'clear']);

/** What pages show that may be written where no paper is: undone in vain, a tag's hue, what a backup brought. */
const shown: readonly StoreName[] = ['actions', 'tags', 'lists', 'rules'];

/** Whether others are to be told of stores that were written to, even if no paper was. */
export function isShown(written: ReadonlySet<StoreName>): boolean {
  return shown.some((name) => written.has(name));
}

type Call = (...given: unknown[]) => unknown;

/**
 * A transaction that notes which of its object stores are written to.
 * @param written Filled as the work goes on.
 */
export function noting<T extends object>(transaction: T, written: Set<StoreName>): T {
  return watched(transaction, (key, call) => {
    if (key !== 'objectStore') return call;
    return (name) =>
      watched(call(name) as object, (method, request) => {
        if (writing.has(method)) written.add(name as StoreName);
        return request;
      });
  });
}

/** Hands every method on to the object itself, which knows no other `this`. */
function watched<T extends object>(object: T, handed: (key: PropertyKey, call: Call) => Call): T {
  return new Proxy(object, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? handed(key, value.bind(target) as Call) : value;
    },
  });
}
