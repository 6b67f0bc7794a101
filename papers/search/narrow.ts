import type { Query, Term } from '../query/query';
import { wordsOf } from './words';

/**
 * Tells whether everything that the next query finds was found by the last one, so that only that
 * has to be looked through: a letter was added to a word, or a condition to the query.
 */
export function narrows(last: Query, next: Query): boolean {
  if (last.inTitle && !next.inTitle) return false;
  // A state asked for by name lets papers in that are not saved.
  if (lettingIn(last) !== lettingIn(next)) return false;
  return last.groups.every((group) =>
    next.groups.some((narrower) =>
      narrower.every((term) => group.some((wide) => implies(term, wide))),
    ),
  );
}

function implies(term: Term, wide: Term): boolean {
  if (term.not !== wide.not) return false;
  if (term.kind === wide.kind && term.text === wide.text) return true;
  const goesOn = !term.not && ['word', 'opening'].includes(wide.kind);
  const isText = ['word', 'opening', 'phrase'].includes(term.kind);
  return goesOn && isText && wordsOf(term.text).startsWith(wordsOf(wide.text));
}

function lettingIn({ groups }: Query): string {
  const letting = groups.flat().filter(({ kind, not }) => !not && (kind === 'is' || kind === 'id'));
  return letting.map(({ kind, text }) => kind + text).join();
}
