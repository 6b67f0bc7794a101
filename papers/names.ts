/**
 * A name as it is read aloud: "Lovelace, Ada" becomes "Ada Lovelace". Names with more than one
 * comma ("King, Martin Luther, Jr.") and those without stay as they are.
 */
export function givenFirst(name: string): string {
  const parts = name.split(',');
  return parts.length === 2 && parts[1]?.trim() ? `${parts[1].trim()} ${parts[0]?.trim()}` : name;
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
