import type { Change } from '../../papers/change';
import { cleanTags } from '../../papers/tags';
import { nextStamp } from '../../papers/words/stamp';
import { changeMany, type Outcome } from '../actions/change';
import type { Description } from '../actions/describe';
import type { Watch } from '../actions/in-slices';
import { withDatabase } from '../database/with-database';
import { type Writer, write } from '../records/writer';
import { hueOf, renameLooks, withHue } from './tag-looks';
import { taggedWith } from './tagged';

/** How a tag is renamed or deleted. */
export interface TagWatch extends Watch {
  /** Whether tags below it (`rl/offline` below `rl`) go along. */
  readonly withNested?: boolean;
}

/**
 * Renames a tag on every paper, those in the bin and dismissed ones included, as one action. Where
 * the new name is in use the two become one tag. Its hue goes along.
 * @param key See `tagKey`.
 * @param name A list of names (see `cleanTags`) makes several tags of one; an empty one changes nothing.
 * @param now ms since the epoch.
 * @throws StoreError
 */
export async function renameTag(
  key: string,
  name: string,
  now: number,
  watch: TagWatch = {},
): Promise<Outcome> {
  const from = await nameOf(key);
  return retagAll([key], name, now, watch, { kind: 'renamedTag', from });
}

/**
 * Makes several tags one.
 * @param into The name that is left; an empty one changes nothing.
 * @throws StoreError
 */
export function mergeTags(
  keys: readonly string[],
  into: string,
  now: number,
  watch: Watch = {},
): Promise<Outcome> {
  return retagAll(keys, into, now, watch, { kind: 'mergedTags' });
}

/**
 * Takes a tag off every paper.
 * @throws StoreError
 */
export async function deleteTag(
  key: string,
  now: number,
  { withNested = false, ...watch }: TagWatch = {},
): Promise<Outcome> {
  const description: Description = { kind: 'deletedTag', detail: await nameOf(key) };
  const change: Change = { kind: 'retag', keys: [key], withNested };
  return changeMany(await taggedWith([key], withNested), change, now, watch, { description });
}

/**
 * Gives a tag a hue of the reader's choice, or with `undefined` the one that its name has.
 * @param hue In degrees.
 * @param now ms since the epoch.
 * @throws StoreError
 */
export async function recolourTag(
  key: string,
  hue: number | undefined,
  now: number,
): Promise<void> {
  await write(async (writer) => {
    const look = await writer.tags.lookOf(writer.transaction.objectStore('tags'), key);
    if (!look || look.hue === hue) return;
    const stamp = nextStamp(now, writer.device, hueOf(look)?.stamp);
    writer.tags.look(withHue(look, { value: hue ?? null, stamp }));
  });
}

async function retagAll(
  keys: readonly string[],
  name: string,
  now: number,
  { withNested = false, ...watch }: TagWatch,
  about: Description,
): Promise<Outcome> {
  const to = cleanTags([name]).join(', ');
  if (!to) return { changed: 0, isWhole: true };
  const looks = (writer: Writer) => renameLooks(writer, keys, to, withNested, now);
  const description = { ...about, detail: to };
  const ids = await taggedWith(keys, withNested);
  const change: Change = { kind: 'retag', keys, to, withNested };
  return changeMany(ids, change, now, watch, { description, looks });
}

async function nameOf(key: string): Promise<string> {
  return withDatabase(async (database) => (await database.get('tags', key))?.name ?? key);
}
