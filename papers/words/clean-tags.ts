import type { PaperRecord, TagStamp } from '../record';
import { tagKey } from '../tag-key';
import { cleanTags } from '../tags';
import { lastSaidAt } from './paper-words';
import { inKeyOrder, sinceOf } from './tag-stamps';

/**
 * A paper of a file with its tags as the store has them: see `cleanTags`. What has no stamp of its own
 * has that of the name it was cut from, else of the last word; a tag each in its place.
 */
export function withOwnTags(record: PaperRecord): PaperRecord {
  const tags = cleanTags(record.tags);
  const stamps = new Map((record.tagStamps ?? []).map((stamp) => [stamp.key, stamp]));
  const keys = new Set(tags.map(tagKey));
  const isWhole =
    tags.length === record.tags.length && tags.every((tag) => stamps.has(tagKey(tag)));
  if (isWhole && tags.every((tag, at) => tag === record.tags[at])) return record;
  const own = new Map<string, TagStamp>(
    [...stamps].filter(([key, { isOff }]) => keys.has(key) || isOff),
  );
  let last = Number.NEGATIVE_INFINITY;
  for (const raw of record.tags)
    for (const key of cleanTags([raw]).map(tagKey)) {
      const { at, device } = stamps.get(tagKey(raw)) ?? { at: lastSaidAt(record), device: '' };
      const stamp = stamps.get(key) ?? { key, at: Math.max(at, Math.trunc(last) + 1), device };
      own.set(key, own.get(key) ?? stamp);
      last = Math.max(last, sinceOf(own.get(key) ?? stamp));
    }
  return { ...record, tags, ...(own.size ? { tagStamps: inKeyOrder([...own.values()]) } : {}) };
}
