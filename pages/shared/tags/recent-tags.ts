import { tagKey } from '../../../papers/tag-key';
import { listActions } from '../../../store/actions/list';
import type { Action, Tag } from '../../../store/database/schema';
import { listTags } from '../../../store/records/queries';

/** How many tags have a number key. */
const most = 5;

/**
 * The tags that were used last, the last one first, and after them those that are used most.
 * @returns Their names, for the keys 1 to 5.
 * @throws StoreError
 */
export async function readRecentTags(): Promise<readonly string[]> {
  const [actions, tags] = await Promise.all([listActions(), listTags()]);
  return byUse(actions, tags).slice(0, most);
}

/** The tags of the number keys with one more that was used: a tag keeps its key as long as there is room. */
export function withTag(recent: readonly string[], name: string): readonly string[] {
  if (recent.some((one) => tagKey(one) === tagKey(name))) return recent;
  return [...recent.slice(0, most - 1), name];
}

/**
 * The tags of the number keys after some were used, renamed or deleted elsewhere: each keeps its key as long as it is in
 * use; the one used last has one always.
 * @param recent Those until now.
 * @param actions Newest first.
 * @param tags Every tag in use, most used first.
 */
export function recentTagsAfter(
  recent: readonly string[],
  actions: readonly Action[],
  tags: readonly Tag[],
): readonly string[] {
  const all = byUse(actions, tags);
  const kept = recent.filter((name) => all.includes(name));
  const [last] = all;
  const shown = kept.length > 0 && last !== undefined ? withTag(kept, last) : kept;
  const others = all.filter((name) => !shown.includes(name));
  return [...shown, ...others].slice(0, most);
}

/** Every tag in use, the one used last first, as far as actions tell. */
function byUse(actions: readonly Action[], tags: readonly Tag[]): string[] {
  const names = new Map(tags.map(({ key, name }) => [key, name]));
  const used = actions
    .filter(({ kind }) => kind === 'tagged')
    .flatMap(({ detail = '' }) => detail.split(', '))
    .flatMap((name) => names.get(tagKey(name)) ?? []);
  return [...new Set([...used, ...names.values()])];
}
