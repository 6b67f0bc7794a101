import { isBelow, retag } from '../../papers/retag';
import { tagKey } from '../../papers/tag-key';
import { cleanTags } from '../../papers/tags';
import type { Clock } from '../../papers/words/clock';
import {
  isStill,
  nextStamp,
  type Register,
  type Stamp,
  sayingAgain,
} from '../../papers/words/stamp';
import type { Tag, TagLook } from '../database/schema';
import type { Writer } from '../records/writer';

/** What an action did to the look of a tag. */
export interface LookChange {
  readonly key: string;
  /** Its spelling before, and since. */
  readonly from: string;
  readonly to: string;
  /** Given where it got a hue, having none before. */
  readonly hue?: {
    /** What the action gave it. */
    readonly stamp: Stamp;
    /** What it had before. */
    readonly was?: Stamp;
  };
}

/** What the reader has said of a tag's hue, `null` being that it has none of its own; nothing where that was never. */
export function hueOf(look: TagLook | undefined): Register<number | null> | undefined {
  return look?.stamp && { value: look.hue ?? null, stamp: look.stamp };
}

/** A look with this hue in place of its own. */
export function withHue({ key, name }: TagLook, hue: Register<number | null> | undefined): TagLook {
  if (!hue) return { key, name };
  const { value, stamp } = hue;
  return value === null ? { key, name, stamp } : { key, name, hue: value, stamp };
}

/**
 * Gives tags that are renamed their looks, within the transaction that renames them: a new name has its
 * new spelling, and the hue that it has, else the first of theirs.
 * @param to See `retag`.
 * @returns What it did.
 */
export async function renameLooks(
  writer: Writer,
  keys: readonly string[],
  to: string,
  withNested: boolean,
  now: number,
): Promise<LookChange[]> {
  const rows = await writer.transaction.objectStore('tags').getAll();
  const all = new Map(rows.map((tag) => [tag.key, tag]));
  const clock = { now, device: writer.device };
  return [...namesFor(all, keys, to, withNested)].map(([key, { name, hue }]) => {
    const look: TagLook = all.get(key) ?? { key, name };
    const change = { key, from: look.name, to: name };
    const had = hueOf(look);
    if (hue === undefined || look.hue !== undefined) {
      writer.tags.look(withHue({ key, name }, had));
      return change;
    }
    const stamp = nextStamp(clock.now, clock.device, had?.stamp);
    writer.tags.look(withHue({ key, name }, { value: hue, stamp }));
    return { ...change, hue: { stamp, ...(had ? { was: had.stamp } : {}) } };
  });
}

/** The spelling and hue that each new name takes, by its key. */
function namesFor(
  all: ReadonlyMap<string, Tag>,
  keys: readonly string[],
  to: string,
  withNested: boolean,
): ReadonlyMap<string, Pick<Tag, 'name' | 'hue'>> {
  const nested = withNested ? [...all.values()].filter(({ key }) => isBelow(key, keys)) : [];
  const named = keys.flatMap((key) => all.get(key) ?? []);
  const names = new Map<string, { name: string; hue?: number }>();
  for (const name of cleanTags([to])) names.set(tagKey(name), { name });
  for (const { name: old, hue } of [...named, ...nested])
    for (const name of retag([old], keys, to, withNested)) {
      const known = names.get(tagKey(name)) ?? { name };
      names.set(tagKey(name), { ...(hue === undefined ? {} : { hue }), ...known });
    }
  return names;
}

/** Takes back what an action did to the looks of tags, as far as they are still what it gave them. */
export async function undoLooks(
  writer: Writer,
  changes: readonly LookChange[],
  { now, device }: Clock,
): Promise<void> {
  const store = writer.transaction.objectStore('tags');
  for (const { key, from, to, hue } of changes) {
    const look = await writer.tags.lookOf(store, key);
    if (!look) continue;
    const said = hueOf(look);
    const isHueStill = hue !== undefined && isStill(said?.stamp, hue.stamp);
    const stamp = sayingAgain(nextStamp(now, device, said?.stamp), hue?.was);
    const back = isHueStill ? { value: null, stamp } : said;
    writer.tags.look(withHue({ key, name: look.name === to ? from : look.name }, back));
  }
}
