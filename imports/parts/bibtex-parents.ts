import { type BibEntry, bibEntries } from './bibtex-entries';

/** Entries that others take fields from. */
export interface Parents {
  /** By key in lower case. */
  readonly byKey: Map<string, BibEntry | undefined>;
  /** How much may still be taken over within the file, in characters: a short entry could take all of a long one, a million times. */
  left: number;
}

/** How much an entry takes over at most, and a file's entries together beside what the file is long itself, in characters. */
const mostTaken = 40_000;
const mostTakenInAll = 20_000_000;

/** How much of a text is looked through in one step, and by how much two of them overlap, in characters. */
const [stepLength, overlap] = [262_144, 1000];

/** Finds the parents that entries name, which stand behind their children as a rule, so that they are looked for first. */
export function* parentsIn(text: string): Generator<undefined, Parents> {
  const byKey = new Map<string, BibEntry | undefined>();
  const parents: Parents = { byKey, left: mostTakenInAll + text.length };
  const naming = /\b(?:crossref|xdata)\s*=\s*["{]\s*([^"{}]{1,300}?)\s*["}]/gi;
  yield* eachIn(text, naming, ([, keys = '']) => {
    for (const key of keys.split(',')) byKey.set(key.trim().toLowerCase(), undefined);
  });
  if (!byKey.size) return parents;
  yield* eachIn(text, /@[ \t]*[a-z]+\s*[{(]\s*([^\s,{}()=]{1,300})\s*,/gi, (found, at) => {
    const key = found[1]?.toLowerCase() ?? '';
    if (!byKey.has(key) || byKey.get(key)) return;
    const [entry] = bibEntries(text.slice(at, at + 20_000));
    if (entry?.kind === 'entry') byKey.set(key, entry);
  });
  return parents;
}

/** Looks at each match, some of them twice. */
function* eachIn(
  text: string,
  pattern: RegExp,
  look: (match: RegExpExecArray, at: number) => void,
): Generator<undefined, void> {
  for (let from = 0; from < text.length; from += stepLength) {
    const part = text.slice(from, from + stepLength + overlap);
    for (const match of part.matchAll(pattern)) look(match, from + match.index);
    yield undefined;
  }
}

/** What an entry takes from the volume that it is a part of, under which name. BibLaTeX manual, appendix B. */
const inherited: ReadonlyMap<string, string> = new Map([
  ['title', 'booktitle'],
  ['subtitle', 'booksubtitle'],
  ...(
    'journaltitle journal booktitle date year month publisher editor editortype series volume number location address ' +
    'isbn issn edition organization institution language langid eventtitle eventdate venue maintitle'
  )
    .split(' ')
    .map((name) => [name, name] as const),
]);

/** An entry with what it takes from others. */
export interface WholeEntry {
  readonly fields: ReadonlyMap<string, string>;
  /** The fields that it would have taken, had they not been too long. */
  readonly left: readonly string[];
}

/** The fields of an entry with those that it takes from its parents: of `xdata` all, of a volume what is true of its parts. */
export function withParents(entry: BibEntry, parents: Parents): WholeEntry {
  if (!parents.byKey.size) return { fields: entry.fields, left: [] };
  const fields = new Map(entry.fields);
  const left = new Set<string>();
  let budget = Math.min(mostTaken, parents.left);
  const take = (name: string, value: string | undefined): boolean => {
    if (!value || fields.has(name)) return true;
    const length = name.length + value.length;
    if (length > budget) left.add(name);
    else {
      fields.set(name, value);
      budget -= length;
      parents.left -= length;
    }
    return left.size < 10;
  };
  const parentsOf = (name: string) =>
    (entry.fields.get(name) ?? '')
      .split(',', 20)
      .map((key) => parents.byKey.get(key.trim().toLowerCase()));
  for (const parent of parentsOf('xdata'))
    for (const [name, value] of parent?.fields ?? []) if (!take(name, value)) break;
  for (const parent of parentsOf('crossref'))
    for (const [from, to] of inherited) take(to, parent?.fields.get(from));
  return { fields, left: [...left] };
}
