import type { Query, Term } from '../query/query';
import { apart } from './fit';
import { type Pattern, patternOf } from './pattern';

/** How many words side by side may be one in a text: "text to image" is not. */
const mostJoined = 3;

/**
 * What a query looks for in texts, ready for finding. Words side by side are also found where a text
 * writes them as one: "pre training" finds "Pretraining".
 */
export function patternsOf({ groups }: Query): ReadonlyMap<Term, Pattern> {
  const words = wordsOfQuery(groups);
  const joined = joinedOf(words);
  return new Map(
    groups.flat().flatMap((term): [Term, Pattern][] => {
      if (!isText(term)) return [];
      const others = joined.get(term) ?? [];
      return [[term, patternOf(term.text, term.kind === 'phrase', { others })]];
    }),
  );
}

/** Tells whether a term is looked for in texts. */
export function isText({ kind }: Term): boolean {
  return kind === 'word' || kind === 'phrase' || kind === 'opening' || kind === 'id';
}

/** The words that must all be found, in their order. */
export function wordsOfQuery(groups: Query['groups']): Term[] {
  return groups.flatMap(([only, ...others]) =>
    only && others.length === 0 && only.kind === 'word' && !only.not ? [only] : [],
  );
}

function joinedOf(words: readonly Term[]): Map<Term, Pattern[]> {
  const joined = new Map<Term, Pattern[]>();
  words.forEach(({ text }, from) => {
    if (apart.has(text.toLowerCase())) return;
    for (let to = from + 2; to <= Math.min(words.length, from + mostJoined); to += 1) {
      const run = words.slice(from, to);
      const pattern = patternOf(run.map(({ text }) => text).join(' '), false, { isJoined: true });
      for (const word of run) joined.set(word, [...(joined.get(word) ?? []), pattern]);
    }
  });
  return joined;
}
