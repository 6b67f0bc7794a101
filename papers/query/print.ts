import type { Query, Term } from './query';
import { isBare, quote } from './scan';

/** Writes a query as a reader would type it; `parse` reads the same query from it. */
export function print({ groups, inTitle }: Query): string {
  const parts = groups.map((group) => group.map(printTerm).join(' OR '));
  return [...(inTitle ? ['in:title'] : []), ...parts].join(' ');
}

/** Writes one term, for example `tag:"world models"`. */
export function printTerm({ kind, text, not }: Term): string {
  const sign = not ? '-' : '';
  if (kind === 'word' || kind === 'id') return sign + text;
  if (kind === 'phrase') return sign + quote(text);
  if (kind === 'opening') return sign + quote(text).slice(0, -1);
  return `${sign}${kind}:${isBare(text) ? text : quote(text)}`;
}
