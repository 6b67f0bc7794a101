import { tagKey } from './tag-key';
import { cleanTags } from './tags';

/** A tag in use, and on how many papers, as far as that is known. */
export interface KnownTag {
  readonly key: string;
  readonly name: string;
  readonly count?: number;
}

/** What a field for tags offers: a tag in use, or to make one of what is typed. */
export interface TagOffer {
  readonly name: string;
  readonly isNew: boolean;
  readonly count?: number;
}

const mostOffers = 6;

/**
 * What a field for tags offers for what is typed: first the tag that is meant, then those that begin with it, those of
 * which a word does, and those that hold it elsewhere, each most used first. Last and by itself, to make what is typed a
 * tag of its own, unless there is one.
 * @param tags Those that the paper has; they are not offered.
 * @param known Every tag in use, most used first.
 */
export function tagOffers(
  typed: string,
  tags: readonly string[],
  known: readonly KnownTag[],
): TagOffer[] {
  const part = tagKey(typed);
  if (!part) return [];
  const taken = new Set(tags.map(tagKey));
  const ranked: TagOffer[][] = [[], [], [], []];
  for (const { key, name, count } of known) {
    const rank = taken.has(key) ? -1 : rankOf(key, part);
    ranked[rank]?.push({ name, isNew: false, ...(count === undefined ? {} : { count }) });
  }
  const offers = ranked.flat().slice(0, mostOffers);
  return isTaken(part, taken, known) ? offers : [...offers, ...newOffer(typed)];
}

/** Whether what is typed is a tag that the paper has already: then no other one is meant by it. */
export function isTagOf(typed: string, tags: readonly string[]): boolean {
  const part = tagKey(typed);
  return tags.some((tag) => tagKey(tag) === part);
}

function isTaken(part: string, taken: ReadonlySet<string>, known: readonly KnownTag[]): boolean {
  return taken.has(part) || known.some(({ key }) => key === part);
}

function newOffer(typed: string): TagOffer[] {
  return cleanTags([typed])
    .slice(0, 1)
    .map((name) => ({ name, isNew: true }));
}

/** How much a tag is like what is typed, 0 the most; -1 where it is not. */
function rankOf(key: string, part: string): number {
  if (key === part) return 0;
  const at = key.indexOf(part);
  if (at <= 0) return at === 0 ? 1 : -1;
  for (let next = at; next !== -1; next = key.indexOf(part, next + 1))
    if (!/[\p{L}\p{M}\p{N}]/u.test(key[next - 1] ?? '')) return 2;
  return 3;
}
