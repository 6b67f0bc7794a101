import type { PaperRecord, TagStamp } from '../record';
import { tagKey } from '../tags';
import type { Clock } from './clock';
import { isSameStamp, nextStamp, type Stamp } from './stamp';

/** What a change did to one tag of a paper. */
export interface TagChange {
  /** See `tagKey`. */
  readonly key: string;
  /** Its spelling before; absent where the paper did not have it. */
  readonly before?: string;
  /** What the change gave it. */
  readonly stamp: Stamp;
  /** What it had before. */
  readonly was?: TagStamp;
}

type Tagged = Pick<PaperRecord, 'tags' | 'tagStamps'>;

/**
 * Stamps the tags that were put on, taken off or spelled otherwise; the others keep theirs.
 * @param tags As they are to be, in their order.
 * @returns The very list that was there when nothing has changed.
 */
export function stampedTags(
  before: Tagged,
  tags: readonly string[],
  { now, device }: Clock,
): readonly TagStamp[] | undefined {
  const [had, has] = [byKey(before.tags), byKey(tags)];
  const touched = new Set(
    [...had.keys(), ...has.keys()].filter((key) => had.get(key) !== has.get(key)),
  );
  if (!touched.size) return before.tagStamps;
  const stamps = new Map((before.tagStamps ?? []).map((stamp) => [stamp.key, stamp]));
  const fresh = [...touched].map((key, at) => ({
    key,
    ...nextStamp(now + at, device, stamps.get(key)),
  }));
  for (const stamp of fresh)
    stamps.set(stamp.key, has.has(stamp.key) ? stamp : offStamp(stamp, stamps.get(stamp.key)));
  keepPlaces([...has.keys()], touched, stamps);
  return inKeyOrder([...stamps.values()]);
}

/** A tag taken off keeps its place, for when that is undone. */
function offStamp(stamp: TagStamp, before: TagStamp | undefined): TagStamp {
  const since = before && sinceOf(before);
  return { ...stamp, isOff: true, ...(since === undefined ? {} : { since }) };
}

/** Gives tags that stand before others that were there already a place between their neighbours. */
function keepPlaces(
  keys: readonly string[],
  touched: ReadonlySet<string>,
  stamps: Map<string, TagStamp>,
): void {
  let last = Number.NEGATIVE_INFINITY;
  for (const [at, key] of keys.entries()) {
    const stamp = stamps.get(key);
    if (!stamp) continue;
    const nextKey = keys.slice(at + 1).find((one) => !touched.has(one));
    const next = nextKey === undefined ? undefined : stamps.get(nextKey);
    const upper = next ? sinceOf(next) : Number.POSITIVE_INFINITY;
    const isBetween = last < sinceOf(stamp) && sinceOf(stamp) < upper;
    if (touched.has(key) && !isBetween) stamps.set(key, { ...stamp, since: between(last, upper) });
    last = sinceOf(stamps.get(key) ?? stamp);
  }
}

/** A place between two others, either of which may be none. */
function between(lower: number, upper: number): number {
  if (!Number.isFinite(upper)) return lower + 1;
  return Number.isFinite(lower) ? (lower + upper) / 2 : upper - 1;
}

/** A tag's place among the others. */
export function sinceOf({ at, since = at }: TagStamp): number {
  return since;
}

/** Stamps in one order, so that equal ones are equal lists. */
export function inKeyOrder(stamps: readonly TagStamp[]): readonly TagStamp[] {
  return stamps.toSorted((one, other) => (one.key < other.key ? -1 : 1));
}

/** Tags in their places. */
export function inPlace(
  tags: readonly string[],
  tagStamps: readonly TagStamp[] = [],
): readonly string[] {
  const places = new Map(tagStamps.map((stamp) => [stamp.key, sinceOf(stamp)]));
  const placeOf = (tag: string) => places.get(tagKey(tag)) ?? 0;
  return tags.toSorted(
    (one, other) => placeOf(one) - placeOf(other) || (tagKey(one) < tagKey(other) ? -1 : 1),
  );
}

/** What has changed of a paper's tags, after they were stamped. */
export function tagChanges(before: Tagged, after: Tagged): readonly TagChange[] {
  const had = byKey(before.tags);
  const stamps = new Map((before.tagStamps ?? []).map((stamp) => [stamp.key, stamp]));
  return (after.tagStamps ?? []).flatMap(({ key, at, device }) => {
    const stamp = { at, device };
    if (isSameStamp(stamps.get(key), stamp)) return [];
    const [name, was] = [had.get(key), stamps.get(key)];
    return [
      { key, stamp, ...(name === undefined ? {} : { before: name }), ...(was ? { was } : {}) },
    ];
  });
}

function byKey(tags: readonly string[]): Map<string, string> {
  return new Map(tags.map((tag) => [tagKey(tag), tag]));
}
