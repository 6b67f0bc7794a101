import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { tagHue, tagKey } from '../../papers/tag-key';
import type { Tag } from '../../store/database/schema';

/** The hues that the reader gave to tags, in degrees, by the tags' keys. */
export const Hues = createContext<ReadonlyMap<string, number>>(new Map());

/** The hues among some tags, for `Hues`. */
export function huesOf(tags: readonly Tag[]): ReadonlyMap<string, number> {
  return new Map(tags.flatMap(({ key, hue }) => (hue === undefined ? [] : [[key, hue]])));
}

/** The hue that a tag is drawn in, in degrees: the reader's own, or the one of its name. */
export function useHue(name: string): number {
  return useContext(Hues).get(tagKey(name)) ?? tagHue(name);
}
