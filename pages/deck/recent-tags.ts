import { tagKey } from '../../papers/tag-key';
import { listActions } from '../../store/actions/list';
import type { Tag } from '../../store/database/schema';
import { listTags } from '../../store/records/queries';

/** How many tags have a number key. */
const most = 5;

/**
 * The tags that were used last, the last one first, and after them those that are used most.
 * @returns Their names, for the keys 1 to 5.
 * @throws StoreError
 */
export async function readRecentTags(): Promise<readonly string[]> {
  const [actions, tags] = await Promise.all([listActions(), listTags()]);
  const names = new Map(tags.map(({ key, name }: Tag) => [key, name]));
  const used = actions
    .filter(({ kind }) => kind === 'tagged')
    .flatMap(({ detail = '' }) => detail.split(', '))
    .flatMap((name) => names.get(tagKey(name)) ?? []);
  return [...new Set([...used, ...names.values()])].slice(0, most);
}

/** The tags of the number keys with one more that was used: a tag keeps its key as long as there is room. */
export function withTag(recent: readonly string[], name: string): readonly string[] {
  if (recent.some((one) => tagKey(one) === tagKey(name))) return recent;
  return [...recent.slice(0, most - 1), name];
}
