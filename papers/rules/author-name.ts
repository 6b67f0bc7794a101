import { fold } from '../fold';
import { givenFirst } from '../names';
import { drawnText } from '../search/drawn';

/** At the end, or before the comma of "Lovelace Jr., Ada". "Ii" and "Iv" written so are family names. */
const suffix = /[\s,]+(?:[Jj][Rr]|[Ss][Rr]|II|III|IV)\.?\s*(?=,|$)/;
/** "Müller-Wolf" is one family name, and not that of every Wolf. */
const familyHyphen = /[-‐‑](?=\S*\s*$)/g;

/** A name taken apart, folded: no case, no accents, no marks between words. */
export interface AuthorName {
  readonly given: readonly string[];
  /** The last word of the name, with all its hyphens, without "Jr." and the like. */
  readonly family: string;
  /** The initials of a first name written as one word of capitals: "JP" is "J. P.". */
  readonly capitals: string;
}

/**
 * Takes a name apart, in whichever order it is written.
 * @returns `undefined` for a text without a letter.
 */
export function authorName(written: string): AuthorName | undefined {
  const name = givenFirst(drawnText(written).replace(suffix, '')).replace(familyHyphen, '');
  const spelled = name.split(/[^\p{L}\p{M}\p{N}'’]+/u);
  const words = spelled.map(folded).filter(Boolean);
  const family = words.pop();
  if (family === undefined) return undefined;
  const [first = ''] = spelled.filter(Boolean);
  const capitals = /^\p{Lu}{2,3}$/u.test(first) && words.length === 1 ? folded(first) : '';
  return { given: words, family, capitals };
}

/**
 * Tells whether a name may be meant by another one, which says nothing of whether the two are one
 * person. Family names are the same; given names do not contradict each other: "A. Lovelace",
 * "Lovelace, Ada" and "Ada K. Lovelace" go with "Ada Lovelace", "Alan Lovelace" does not.
 * @param wanted A family name alone goes with everyone of that name.
 */
export function mayBeNamed(wanted: AuthorName, name: AuthorName): boolean {
  if (wanted.family !== name.family) return false;
  if (wanted.given.length === 0) return true;
  if (name.given.length === 0) return false;
  return (
    wanted.given.join('') === name.given.join('') ||
    isShortFor(wanted, name) ||
    isShortFor(name, wanted) ||
    agree(wanted.given, name.given)
  );
}

/** "JP" and "Jean-Pierre". */
function isShortFor({ capitals }: AuthorName, { given }: AuthorName): boolean {
  return capitals !== '' && capitals === given.map((word) => word.charAt(0)).join('');
}

/** The first words agree, and those of the shorter name stand in the longer one in the same order. */
function agree(one: readonly string[], other: readonly string[]): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const [first = ''] = short;
  if (!agrees(first, long[0] ?? '')) return false;
  let at = 1;
  for (const word of short.slice(1)) {
    while (at < long.length && !agrees(word, long[at] ?? '')) at += 1;
    at += 1;
  }
  return at <= long.length;
}

/** The same word, or one the initial of the other. */
function agrees(one: string, other: string): boolean {
  if (one.length > 1 && other.length > 1) return one === other;
  return one.charAt(0) === other.charAt(0);
}

function folded(word: string): string {
  return fold(word.replace(/['’]/g, ''));
}
