import { canonical } from '../../papers/words/stamp';

/**
 * Puts in order what two files say of the same: the greater one stands, whichever file came first, so that the same
 * file again changes nothing. A later date is the publication's and not the preprint's, and a finer one tells more; a
 * page elsewhere tells more than arXiv's, which follows from the id; of authors the longer list does, then the one that
 * tells family from given names; of anything else the longer one.
 * @returns Less than 0 where the other one stands.
 */
export function compareTold(field: string, one: unknown, other: unknown): number {
  const [mine, theirs] = [canonical(one), canonical(other)];
  if (mine === theirs) return 0;
  const byText = mine < theirs ? -1 : 1;
  if (field === 'publishedAt') return byText;
  const byKind =
    field === 'url'
      ? isElsewhere(mine) - isElsewhere(theirs)
      : Array.isArray(one) && Array.isArray(other)
        ? one.length - other.length || tellsFamily(mine) - tellsFamily(theirs)
        : 0;
  return byKind || mine.length - theirs.length || byText;
}

function isElsewhere(address: string): number {
  return Number(!address.startsWith('"https://arxiv.org/'));
}

function tellsFamily(names: string): number {
  return Number(/[^"],[^"]/.test(names));
}

/** The fields of two files' words on one paper, each once; see `compareTold`. */
export function joinTold(
  one: Readonly<Record<string, unknown>>,
  other: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  // A map, since a file may call a field `__proto__`.
  const joined = new Map(Object.entries(one));
  for (const [field, value] of Object.entries(other))
    if (!joined.has(field) || compareTold(field, joined.get(field), value) < 0)
      joined.set(field, value);
  return Object.fromEntries(joined);
}
