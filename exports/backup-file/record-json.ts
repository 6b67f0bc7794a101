import { canonical } from '../../papers/words/stamp';

/** Names whose place or meaning in an object is not that of any other name. */
const odd = /^(?:\d|__proto__$)/;

/**
 * What `canonical` gives, in half the time for a record of the store: the record with its keys in the order of the alphabet goes
 * through the browser's own `JSON.stringify` at once.
 */
export function recordJson(record: object): string {
  const inOrder = ordered(record);
  return inOrder === undefined ? canonical(record) : JSON.stringify(inOrder);
}

/** @returns `undefined` where an object cannot have its keys in that order. */
function ordered(value: object): object | undefined {
  if (Array.isArray(value)) return orderedList(value);
  const fields = value as Readonly<Record<string, unknown>>;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) {
    const field = fields[key];
    if (odd.test(key)) return undefined;
    if (!isObject(field)) copy[key] = field;
    else {
      const inner = ordered(field);
      if (!inner) return undefined;
      copy[key] = inner;
    }
  }
  return copy;
}

function orderedList(list: readonly unknown[]): object | undefined {
  if (!list.some(isObject)) return list;
  const copy = list.map((one) => (isObject(one) ? ordered(one) : one));
  return copy.some((one, at) => one === undefined && list[at] !== undefined) ? undefined : copy;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
