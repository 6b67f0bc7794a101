import type { Query, Term } from '../query/query';
import { patternOf } from './pattern';
import { wordsOfQuery } from './patterns';

/**
 * Tells whether everything that the next query finds was found by the last one, so that only that
 * has to be looked through: a letter was added to a word, or a condition to the query.
 */
export function narrows(last: Query, next: Query): boolean {
  if (last.inTitle && !next.inTitle) return false;
  // A state asked for by name lets papers in that are not saved.
  if (lettingIn(last) !== lettingIn(next)) return false;
  if (!keepsWords(last, next)) return false;
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

/** Whether all that is found for a word begins as the shorter one does, its plurals and singulars too. */
function goesOn(term: Term, wide: Term): boolean {
  if (!['word', 'opening', 'phrase'].includes(term.kind)) return false;
  const [longer, shorter] = [patternOf(term.text, false), patternOf(wide.text, false)];
  if (shorter.isWhole || longer.parts.length !== shorter.parts.length) return false;
  const last = shorter.parts.length - 1;
  return shorter.parts.every(({ text, gap }, at) => {
    const other = longer.parts[at];
    if (other?.gap !== gap) return false;
    return at < last ? other.text === text : other.start.startsWith(text);
  });
}

/** Words side by side are found as one, too: those of the last query must still stand so, the last one longer. */
function keepsWords(last: Query, next: Query): boolean {
  const [before, after] = [wordsOfQuery(last.groups), wordsOfQuery(next.groups)];
  return before.every((word, at) => {
    const other = after[at];
    if (!other) return false;
    return other.text === word.text || (at === before.length - 1 && goesOn(other, word));
  });
}

function lettingIn({ groups }: Query): string {
  const letting = groups.flat().filter(({ kind, not }) => !not && (kind === 'is' || kind === 'id'));
  return letting.map(({ kind, text }) => kind + text).join();
}
