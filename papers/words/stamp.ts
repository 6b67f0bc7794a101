/**
 * When a word of the reader's was said, and on which device: a hybrid logical clock (Kulkarni et al.,
 * "Logical Physical Clocks", 2014) with the counter folded into the milliseconds.
 */
export interface Stamp {
  /** ms since the epoch as the device had it, moved on where an earlier word had a later one. */
  readonly at: number;
  /** The device's own random name; '' of what was said before stamps were kept. */
  readonly device: string;
  /**
   * Of what an undo said: the word that it said again, so that what was done before can be undone in
   * its turn; `null` where nothing had been said.
   */
  readonly again?: Omit<Stamp, 'again'> | null;
}

/** A value together with when it was said. */
export interface Register<Value> {
  readonly value: Value;
  readonly stamp: Stamp;
}

/**
 * The stamp of a word that replaces another: always a greater one, whatever the clock does.
 * @param now ms since the epoch.
 * @param before The stamps of what it replaces.
 */
export function nextStamp(
  now: number,
  device: string,
  ...before: readonly (Stamp | undefined)[]
): Stamp {
  const last = Math.max(...before.map((stamp) => stamp?.at ?? Number.NEGATIVE_INFINITY));
  return { at: Math.max(Math.trunc(now), last + 1), device };
}

/** Orders stamps: by time, and by device where two devices said something in the same millisecond. */
export function compareStamps(one: Stamp, other: Stamp): number {
  if (one.at !== other.at) return one.at - other.at;
  if (one.device === other.device) return 0;
  return one.device < other.device ? -1 : 1;
}

/** Tells whether a word is still the one that was given a stamp, be it said again by an undo. */
export function isStill(word: Stamp | undefined, given: Stamp): boolean {
  return isSameStamp(word, given) || isSameStamp(word?.again ?? word, given);
}

/** A stamp for saying again what was said before. */
export function sayingAgain(stamp: Stamp, before: Stamp | undefined): Stamp {
  const { at, device } = stamp;
  if (!before) return { at, device, again: null };
  return { at, device, again: before.again ?? { at: before.at, device: before.device } };
}

/** Tells whether two stamps are of the same word. */
export function isSameStamp(one: Stamp | undefined, other: Stamp | undefined): boolean {
  return one?.at === other?.at && one?.device === other?.device;
}

/**
 * The later of two registers; of two values under one stamp, which only a damaged or older file can
 * have, the one whose JSON is greater, so that every order of merging ends the same.
 */
export function later<Value>(
  one: Register<Value> | undefined,
  other: Register<Value> | undefined,
): Register<Value> | undefined {
  if (!one || !other) return one ?? other;
  const order = compareStamps(one.stamp, other.stamp) || compareValues(one.value, other.value);
  return order < 0 ? other : one;
}

function compareValues(one: unknown, other: unknown): number {
  const [mine, theirs] = [canonical(one), canonical(other)];
  if (mine === theirs) return 0;
  return mine < theirs ? -1 : 1;
}

/**
 * JSON with keys in the order of the alphabet, so that equal values are equal texts. Written by hand: to have
 * `JSON.stringify` ask for each value takes five times as long.
 * @param value As IndexedDB gives it, without circles; '' of nothing.
 */
export function canonical(value: unknown): string {
  if (!isObject(value)) return JSON.stringify(value) ?? '';
  if (Array.isArray(value))
    return value.some(isObject)
      ? `[${value.map((one) => canonical(one) || 'null').join(',')}]`
      : JSON.stringify(value);
  const fields: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const field = (value as Readonly<Record<string, unknown>>)[key];
    if (field !== undefined) fields.push(`${JSON.stringify(key)}:${canonical(field)}`);
  }
  return `{${fields.join(',')}}`;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
