import { fold } from '../fold';
import { givenFirst } from '../names';
import { drawnText } from '../search/drawn';

/** At the end, or before the comma of "Lovelace Jr., Ada". "Ii" and "Iv" written so are family names. */
const suffix = /[\s,]+(?:[Jj][Rr]|[Ss][Rr]|II|III|IV|[23](?:nd|rd)|Ph\.?\s?D|M\.?D)\.?\s*(?=,|$)/;
/** What is no name: a title before it, and behind it where its bearer works and the numbers of notes. */
const beside = /^(?:Dr|Prof|Professor|Mr|Mrs|Ms)\b\.?\s+|\s*\([^()]*\)\s*$|[¹²³⁰-⁹]+/g;
/** Words that begin family names, which some write as one: "Le Cun" is "LeCun", "Ben-David" is "Ben David". */
const particle =
  /^(?:van|von|der|den|de|la|le|lo|du|di|da|del|della|dos|los|las|zu|ter|ten|al|el|ben|bin|ibn|mac|mc|o|st)$/;
/** A family name alone; shorter words may be first names. */
const familyAlone = /^(?:v[ao]n de[nr]?|de l[ao]s?|von|zu|della|dos) \S+$/;
/** Names in Han have no blanks, or one that says nothing. */
const inHan = /(?<=\p{sc=Han})\s+(?=\p{sc=Han})/gu;
/** "Müller-Wolf" is one family name, and not that of every Wolf. */
const familyHyphen = /[-‐‑](?=\S*\s*$)/g;

/** A name taken apart, folded: no case, no accents, no marks between words. */
export interface AuthorName {
  readonly given: readonly string[];
  /** The last word of the name, with all its hyphens, without "Jr." and the like. */
  readonly family: string;
  /** The family name with what stands before it that is no given name. */
  readonly whole: string;
  /** The initials of a first name written as one word of capitals: "JP" is "J. P.". */
  readonly capitals: string;
}

/**
 * Takes a name apart, in whichever order it is written.
 * @returns `undefined` for a text without a letter.
 */
export function authorName(written: string): AuthorName | undefined {
  const drawn = drawnText(written).replace(beside, '').replace(inHan, '').trim();
  const plain = drawn.replace(suffix, '');
  // "Smith MD" is M. D. Smith.
  const name = givenFirst(/[\s,]/.test(plain) ? plain : drawn).replace(familyHyphen, '');
  const spelled = name.split(/[^\p{L}\p{M}\p{N}'’]+/u);
  const words = spelled.map(folded).filter(Boolean);
  const family = words.pop();
  if (family === undefined) return undefined;
  const [first = ''] = spelled.filter(Boolean);
  const capitals = /^\p{Lu}{2,3}$/u.test(first) && words.length === 1 ? folded(first) : '';
  const whole =
    words.slice(words.findLastIndex((word) => !particle.test(word)) + 1).join('') + family;
  return { given: familyAlone.test(name) ? [] : words, family, whole, capitals };
}

/**
 * Tells whether a name may be meant by another one, which says nothing of whether the two are one
 * person. Family names are the same; given names do not contradict each other: "A. Lovelace",
 * "Lovelace, Ada" and "Ada K. Lovelace" go with "Ada Lovelace", "Alan Lovelace" does not.
 * @param wanted A family name alone goes with everyone of that name.
 */
export function mayBeNamed(wanted: AuthorName, name: AuthorName): boolean {
  if (wanted.family !== name.family && wanted.whole !== name.whole) return false;
  if (wanted.given.length === 0)
    return wanted.whole === wanted.family || wanted.whole === name.whole;
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
