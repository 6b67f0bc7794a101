/** Generations and kinds of company, which stand last; "Ii" and "Iv" written so are names. */
const suffix = /^([JS]r|II+|IV|PhD|Inc|Ltd|LLC)\.?$/;
/** No family name of several words holds these: what follows the comma is a place, or a part. */
const institution = /universit|institut|laborator|college/i;
/** Han, kana and Hangul. */
const eastAsian = /^[々-ヿ㐀-鿿가-힣 ]+$/;

/**
 * A name as it is read aloud, in whichever order a source has it: "Lovelace, Ada" becomes "Ada Lovelace", "King, Martin
 * Luther, Jr." becomes "Martin Luther King Jr." and "Team, Gemini" becomes "Gemini Team". Particles stay where they are:
 * "van der Berg, Jan" and "Berg, Jan van der" are both "Jan van der Berg". In Chinese, Japanese and Korean the family
 * name comes first whoever reads it: "王, 伟" becomes "王伟"; names from elsewhere in katakana are turned as any other.
 * What is no family name before a given one, as "University of California, Berkeley", stays as it is.
 */
export function givenFirst(name: string): string {
  if (!/[,，،{]/.test(name)) return name;
  const [, group] = /^\{(.*)\}$/.exec(name) ?? [];
  if (group) return group;
  const parts = name.split(/[,，،](?![^(]*\))/).map((part) => part.trim());
  const last = parts.filter((part) => suffix.test(part));
  const [family, given, more] = parts.filter((part) => part && !suffix.test(part));
  if (!family || more || (family.includes(' ') && institution.test(family))) return name;
  const isEastAsian = given && eastAsian.test(family + given) && !/^[゠-ヿ]/.test(family);
  return [isEastAsian ? family + given : [given, family], ...last].flat().filter(Boolean).join(' ');
}

/** The authors of a paper, as far as they are known, each as `givenFirst` says it. */
export function authorNames(
  paper: { readonly authors?: readonly string[] | undefined },
  details?: { readonly authors?: readonly string[] | undefined },
): readonly string[] {
  return (details?.authors ?? paper.authors ?? []).map(givenFirst);
}

/**
 * Chooses between two spellings of one author list: the longer one, then the one that tells family
 * from given names, then the newer.
 */
export function richerAuthors(
  stored: readonly string[],
  fresh: readonly string[],
): readonly string[] {
  if (stored.length !== fresh.length) return stored.length > fresh.length ? stored : fresh;
  const tells = (names: readonly string[]) => names.some((name) => name.includes(','));
  return tells(stored) && !tells(fresh) ? stored : fresh;
}
