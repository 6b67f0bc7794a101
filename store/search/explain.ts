import { inSlices } from '../../lib/slices';
import { print } from '../../papers/query/print';
import type { Query, Term } from '../../papers/query/query';
import type { Entry } from '../../papers/search/entry';
import { testOf } from '../../papers/search/match';
import { Vocabulary } from '../../papers/search/nearest';
import { patternsOf } from '../../papers/search/patterns';
import type { SearchResult, SearchSession } from './session';

/** A condition that not one paper of the list meets, and what may have been meant. */
export interface DeadEnd {
  readonly term: Term;
  /** Whole searches, ready to be made, with another word in its place. */
  readonly instead: readonly { readonly text: string; readonly search: string }[];
}

const offered = 3;

/**
 * Says why a search found nothing: the words and values that no paper of the list has, each with
 * the nearest of the reader's own words. Looks through everything, so ask only when nothing is found.
 * @returns Empty when each condition alone is met by some paper; `undefined` when stopped.
 */
export async function explain(
  session: SearchSession,
  result: SearchResult,
  signal?: AbortSignal,
): Promise<DeadEnd[] | undefined> {
  const { query } = result;
  const { entries, today } = session;
  const dead: Term[] = [];
  for (const group of query.groups) {
    const terms = group.filter(({ not }) => !not);
    if (terms.length < group.length) continue;
    for (const term of terms) if (!(await isMet(term, query, entries, today))) dead.push(term);
  }
  if (dead.length === 0) return [];
  const vocabulary = new Vocabulary();
  const learn = (from: number, to: number) => {
    for (const entry of entries.slice(from, to)) vocabulary.take(entry);
  };
  if (!(await inSlices(entries.length, learn, [signal], 16))) return undefined;
  return dead.map((term) => ({ term, instead: insteadOf(term, query, vocabulary, entries) }));
}

async function isMet(
  term: Term,
  query: Query,
  entries: readonly Entry[],
  today: string,
): Promise<boolean> {
  const test = testOf(term, query.inTitle, patternsOf(query).get(term));
  let met = false;
  await inSlices(entries.length, (from, to) => {
    met ||= entries.slice(from, to).some((entry) => test(entry, today) > 0);
  });
  return met;
}

function insteadOf(
  term: Term,
  query: Query,
  vocabulary: Vocabulary,
  entries: readonly Entry[],
): DeadEnd['instead'] {
  return nearest(term, vocabulary, entries).map((text) => {
    const swap = (other: Term) => (other === term ? { ...term, text } : other);
    const groups = query.groups.map((group) => group.map(swap));
    return { text, search: print({ ...query, groups }) };
  });
}

function nearest(term: Term, vocabulary: Vocabulary, entries: readonly Entry[]): string[] {
  if (term.kind === 'word') return vocabulary.nearest(term.text, offered);
  const { kind } = term;
  if (kind !== 'tag' && kind !== 'site') return [];
  const values = new Set(
    entries.flatMap(({ head }) => (kind === 'tag' ? head.tags : head.sites).split('\n')),
  );
  return Vocabulary.nearestOf(term.text, values, offered);
}
