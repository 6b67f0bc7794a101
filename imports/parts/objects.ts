/** An object of a JSON file, of which nothing is known. */
export type Loose = Readonly<Record<string, unknown>>;

/** Tells whether something is an object with keys. */
export function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object's own field as a text: numbers as they are written, everything else is none. */
export function textOf(object: Loose, name: string): string | undefined {
  const value = Object.hasOwn(object, name) ? object[name] : undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** An object's own field as texts: a list of them, or a single one. */
export function textsOf(object: Loose, name: string): string[] {
  const value = Object.hasOwn(object, name) ? object[name] : undefined;
  const list = Array.isArray(value) ? value : [value];
  return list.filter((one): one is string => typeof one === 'string' && one.trim() !== '');
}

/** The objects in an object's own field. */
export function objectsOf(object: Loose, name: string): Loose[] {
  const value = Object.hasOwn(object, name) ? object[name] : undefined;
  return (Array.isArray(value) ? value : [value]).filter(isObject);
}

/** How many values a field may hold that is kept as it is, and how deep in each other. */
const most = { values: 5000, depth: 20 };

/**
 * A copy of what JSON or YAML made, of which nothing stands in two places: aliases of YAML could make a small text
 * an endless one.
 * @returns `undefined` for what is too much, and for what is no JSON.
 */
export function plainCopy(value: unknown): unknown {
  let left = most.values;
  const copy = (one: unknown, depth: number): unknown => {
    left -= 1;
    if (left < 0 || depth > most.depth) throw new RangeError('too much');
    if (Array.isArray(one)) return one.map((part) => copy(part, depth + 1));
    if (!isObject(one)) return typeof one === 'function' || typeof one === 'bigint' ? null : one;
    const fields = Object.entries(one).filter(([name]) => name !== '__proto__');
    return Object.fromEntries(fields.map(([name, part]) => [name, copy(part, depth + 1)]));
  };
  try {
    return copy(value, 0);
  } catch {
    return undefined;
  }
}

/**
 * A value of JSON with each half of a surrogate pair that stands alone in its texts replaced (https://tc39.es/ecma262/#sec-string.prototype.towellformed):
 * JSON and YAML may hold some, and a text that was cut ends in one; no address can be made of it.
 */
export function wellFormed<Value>(value: Value): Value {
  if (isWellFormed(value)) return value;
  if (typeof value === 'string') return value.toWellFormed() as Value;
  if (Array.isArray(value)) return value.map(wellFormed) as Value;
  if (!isObject(value)) return value;
  const fields = Object.entries(value).map(([name, one]) => [name.toWellFormed(), wellFormed(one)]);
  return Object.fromEntries(fields) as Value;
}

function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, one]) => name.isWellFormed() && isWellFormed(one));
}
