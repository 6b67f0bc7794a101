import type { Query, Term } from '../query/query';
import { patternOf } from './pattern';

/**
 * Tells whether everything that the next query finds was found by the last one, or nearly (see
 * `Test`), so that only that has to be looked through: a letter was added to a word, or a condition to the query.
 */
export function narrows(last: Query, next: Query): boolean {
  if (last.inTitle && !next.inTitle) return false;
  // What may not be in a text may be outside of its title.
  if (last.inTitle !== next.inTitle && last.groups.flat().some(({ not }) => not)) return false;
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
  return !term.not && ['word', 'opening'].includes(wide.kind) && goesOn(term, wide);
}

/**
 * Whether every text in which a word is found holds the letters of the shorter one; see `Ranking`. All of
 * them: what the shorter one went on from itself has let go of texts that do not.
 */
function goesOn(term: Term, wide: Term): boolean {
  if (!['word', 'opening', 'phrase'].includes(term.kind)) return false;
  const longer = patternOf(term.text, false).letters;
  return patternOf(wide.text, false).letters.every((letters) =>
    longer.some((held) => held.includes(letters)),
  );
}

function lettingIn({ groups }: Query): string {
  const letting = groups.flat().filter(({ kind, not }) => !not && (kind === 'is' || kind === 'id'));
  return letting.map(({ kind, text }) => kind + text).join();
}
