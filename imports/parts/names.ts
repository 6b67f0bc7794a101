import { tidy } from '../../papers/text';

/** A name in its parts, as formats have them that tell family from given names. */
export interface NameParts {
  readonly family?: string | undefined;
  readonly given?: string | undefined;
  /** `van der`, which belongs to the family name. */
  readonly particle?: string | undefined;
  /** `Jr.` */
  readonly suffix?: string | undefined;
  /** A group, or a name that nobody has taken apart. */
  readonly literal?: string | undefined;
}

/** A name as drafts have it: `Family, Given`, and a group in braces; see `Draft`. */
export function joinedName({ family, given, particle, suffix, literal }: NameParts): string {
  if (literal?.trim()) return `{${tidy(literal).replace(/^\{(.*)\}$/, '$1')}}`;
  const isBound = /[-’']$/.test(particle?.trim() ?? '');
  const last = tidy([particle?.trim(), family].filter(Boolean).join(isBound ? '' : ' '));
  const first = tidy([given ?? '', suffix ? `, ${suffix}` : ''].join(''));
  if (!last) return first;
  return first ? `${last}, ${first}` : last;
}

/** `LeCun Y.`, as Scopus has names, with a comma; others as they are. */
export function initialsLast(name: string): string {
  const [, family, given] = /^(\p{L}{2}.*?) ((?:\p{Lu}\.-?)+)$/u.exec(name) ?? [];
  return family === undefined ? name : joinedName({ family, given });
}

/** Words that begin a family name, in small letters: `van der Berg`. */
const particle = /^(?:\p{Ll}|[’'`])/u;

/** Scripts in which the family name stands first, and how long it is nobody can tell. */
const familyFirst = /\p{scx=Han}|\p{scx=Hang}/u;

/**
 * A name that is written the way people read it, `Pieter van der Berg`: the last word is the family name, with
 * the words in small letters before it. One with a comma tells itself; one in Han or Hangul stays as it is.
 */
export function spokenName(name: string): string {
  const plain = tidy(name);
  if (plain.includes(',') || familyFirst.test(plain)) return plain;
  const whole = plain.split(' ');
  const suffix = whole.length > 2 && generation.test(whole.at(-1) ?? '') ? whole.at(-1) : undefined;
  const words = suffix ? whole.slice(0, -1) : whole;
  if (words.length < 2) return plain;
  const from = words.findIndex((word, at) => at > 0 && particle.test(word));
  const start = from > 0 && from < words.length - 1 ? from : words.length - 1;
  const turned = `${words.slice(start).join(' ')}, ${words.slice(0, start).join(' ')}`;
  return suffix ? `${turned}, ${suffix}` : turned;
}

/** What stands behind a family name and is none. */
const generation = /^(?:[JS]r\.?|II|III|IV)$/;

/** Names that nobody has. */
const nobody = /^(?:anonymous|anon\.?|unknown|n\/?a|others|et al\.?)$/i;

/** The names of a list that are somebody's. */
export function realNames(names: readonly string[]): string[] {
  return names.filter((name) => name && !nobody.test(name));
}
