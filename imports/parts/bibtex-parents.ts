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

/** What an entry takes from its parent under another name. BibLaTeX manual, appendix B. */
const inherited: Readonly<Record<string, string>> = {
  title: 'booktitle',
  subtitle: 'booksubtitle',
  journaltitle: 'journaltitle',
  journal: 'journal',
  booktitle: 'booktitle',
  date: 'date',
  year: 'year',
  month: 'month',
  publisher: 'publisher',
};

/** The fields of an entry with those that it takes from its parents. */
export function withParents(entry: BibEntry, parents: ReadonlyMap<string, BibEntry | undefined>) {
  const fields = new Map(entry.fields);
  const named = [fields.get('crossref'), fields.get('xdata')].join(',').split(',');
  for (const name of named) {
    const parent = parents.get(name.trim().toLowerCase());
    for (const [from, to] of Object.entries(inherited)) {
      const value = parent?.fields.get(from);
      if (value && !fields.has(to)) fields.set(to, value);
    }
  }
  return fields;
}
