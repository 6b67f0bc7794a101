import { isBelow, retag } from '../../papers/retag';
import { tagKey } from '../../papers/tag-key';
import { cleanTags } from '../../papers/tags';
import type { Tag, TagLook } from '../database/schema';
import { withDatabase } from '../database/with-database';

/** How tags looked before they are renamed, and how they look then. */
export interface Looks {
  readonly before: readonly TagLook[];
  readonly after: readonly TagLook[];
}

/** A tag's look, without what is absent. */
export function lookOf(key: string, name: string, hue: number | undefined): TagLook {
  return hue === undefined ? { key, name } : { key, name, hue };
}

/**
 * What becomes of the looks of tags that are renamed: a new name has its new spelling, and the hue
 * that it has, else the first of theirs.
 * @param to See `retag`.
 * @throws StoreError
 */
export async function looksFor(
  keys: readonly string[],
  to: string,
  withNested: boolean,
): Promise<Looks> {
  const all = new Map((await allTags()).map((tag) => [tag.key, tag]));
  const nested = withNested ? [...all.values()].filter(({ key }) => isBelow(key, keys)) : [];
  const named = keys.flatMap((key) => all.get(key) ?? []);
  const after = new Map<string, TagLook>();
  for (const name of cleanTags([to]))
    after.set(tagKey(name), lookFrom(all.get(tagKey(name)), name));
  for (const tag of [...named, ...nested])
    for (const name of retag([tag.name], keys, to, withNested)) {
      const key = tagKey(name);
      const look = after.get(key) ?? lookFrom(all.get(key), name);
      after.set(key, lookOf(key, look.name, look.hue ?? tag.hue));
    }
  const before = [...after.values()].map(({ key, name }) => {
    const stored = all.get(key);
    return lookOf(key, stored?.name ?? name, stored?.hue);
  });
  return { before, after: [...after.values()] };
}

function lookFrom(stored: Tag | undefined, name: string): TagLook {
  return lookOf(tagKey(name), name, stored?.hue);
}

async function allTags(): Promise<Tag[]> {
  return withDatabase((database) => database.getAll('tags'));
}
