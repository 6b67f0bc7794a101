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
}

type Tagged = Pick<PaperRecord, 'tags' | 'tagStamps'>;

/**
 * Stamps the tags that were put on, taken off or spelled otherwise; the others keep theirs.
 * @param tags As they are to be.
 * @returns The very list that was there when nothing has changed.
 */
export function stampedTags(
  before: Tagged,
  tags: readonly string[],
  { now, device }: Clock,
): readonly TagStamp[] | undefined {
  const [had, has] = [byKey(before.tags), byKey(tags)];
  const touched = [...new Set([...had.keys(), ...has.keys()])].filter(
    (key) => had.get(key) !== has.get(key),
  );
  if (!touched.length) return before.tagStamps;
  const stamps = new Map((before.tagStamps ?? []).map((stamp) => [stamp.key, stamp]));
  for (const key of touched) {
    const stamp = { key, ...nextStamp(now, device, stamps.get(key)) };
    stamps.set(key, has.has(key) ? stamp : { ...stamp, isOff: true });
  }
  return [...stamps.values()];
}

/** What has changed of a paper's tags, after they were stamped. */
export function tagChanges(before: Tagged, after: Tagged): readonly TagChange[] {
  const had = byKey(before.tags);
  const stamps = new Map((before.tagStamps ?? []).map((stamp) => [stamp.key, stamp]));
  return (after.tagStamps ?? []).flatMap(({ key, at, device }) => {
    const stamp = { at, device };
    if (isSameStamp(stamps.get(key), stamp)) return [];
    const name = had.get(key);
    return [name === undefined ? { key, stamp } : { key, before: name, stamp }];
  });
}

function byKey(tags: readonly string[]): Map<string, string> {
  return new Map(tags.map((tag) => [tagKey(tag), tag]));
}
