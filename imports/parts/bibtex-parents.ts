import { type BibEntry, bibEntries } from './bibtex-entries';

/** Entries that others take fields from, by key in lower case. */
export type Parents = Map<string, BibEntry | undefined>;

/** How much of a text is looked through in one step, and by how much two of them overlap, in characters. */
const [stepLength, overlap] = [262_144, 1000];

/** Finds the parents that entries name, which stand behind their children as a rule, so that they are looked for first. */
export function* parentsIn(text: string): Generator<undefined, Parents> {
  const parents: Parents = new Map();
  const naming = /\b(?:crossref|xdata)\s*=\s*["{]\s*([^"{}]{1,300}?)\s*["}]/gi;
  yield* eachIn(text, naming, ([, keys = '']) => {
    for (const key of keys.split(',')) parents.set(key.trim().toLowerCase(), undefined);
  });
  if (!parents.size) return parents;
  yield* eachIn(text, /@[ \t]*[a-z]+\s*[{(]\s*([^\s,{}()=]{1,300})\s*,/gi, (found, at) => {
    const key = found[1]?.toLowerCase() ?? '';
    if (!parents.has(key) || parents.get(key)) return;
    const [entry] = bibEntries(text.slice(at, at + 20_000));
    if (entry?.kind === 'entry') parents.set(key, entry);
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

/** The fields of an entry with those that it takes from its parents: of `xdata` all, of a volume what is true of its parts. */
export function withParents(entry: BibEntry, parents: ReadonlyMap<string, BibEntry | undefined>) {
  const fields = new Map(entry.fields);
  const parentsOf = (name: string) =>
    (entry.fields.get(name) ?? '').split(',').map((key) => parents.get(key.trim().toLowerCase()));
  for (const parent of parentsOf('xdata'))
    for (const [name, value] of parent?.fields ?? [])
      if (!fields.has(name)) fields.set(name, value);
  for (const parent of parentsOf('crossref'))
    for (const [from, to] of inherited) {
      const value = parent?.fields.get(from);
      if (value && !fields.has(to)) fields.set(to, value);
    }
  return fields;
}
