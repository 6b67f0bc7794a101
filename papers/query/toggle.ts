import { fold } from '../fold';
import { paperStates } from '../paper';
import type { Dimension } from '../search/facets';
import { tagKey } from '../tag-key';
import { parse } from './parse';
import { print } from './print';
import type { Group, Query, Term } from './query';

/** The condition that a value of a facet stands for. */
function termsOf(dimension: Dimension, value: string): Term[] {
  const term = (kind: Term['kind'], text: string): Term => ({ kind, text, not: false });
  switch (dimension) {
    case 'states':
      return [term('is', value)];
    case 'tags':
      return [term('tag', value)];
    case 'organizations':
      return [term('org', value)];
    case 'authors':
      return [term('author', value)];
    case 'months':
      return [term('after', value), term('before', nextMonth(value))];
    case 'sites':
      return [term('site', value)];
  }
}

/** Tells whether a search asks for a value of a facet. */
export function asksFor(query: Query, dimension: Dimension, value: string): boolean {
  return termsOf(dimension, value).every((term) =>
    query.groups.some((group) => isJust(group, term)),
  );
}

/**
 * Adds a value of a facet to a search, or takes it away. Of what a paper has but one of (its month,
 * its organisation, how far it is read), another value takes the place of the one asked for before.
 * @returns The search as text.
 */
export function toggleFacet(text: string, dimension: Dimension, value: string): string {
  const { query } = parse(text);
  const terms = termsOf(dimension, value);
  const isOn = asksFor(query, dimension, value);
  const kept = query.groups.filter((group) =>
    terms.every((term) => !isJust(group, term) && (isOn || !isReplaced(group, term))),
  );
  const added = isOn ? [] : terms.map((term) => [term]);
  return print({ ...query, groups: [...added, ...kept] });
}

function isJust([only, ...others]: Group, { kind, text }: Term): boolean {
  if (!only || others.length > 0 || only.not || only.kind !== kind) return false;
  const same = kind === 'tag' ? tagKey : fold;
  return same(only.text) === same(text);
}

const single: readonly Term['kind'][] = ['is', 'org', 'after', 'before'];

function isReplaced([only, ...others]: Group, { kind, text }: Term): boolean {
  if (!only || others.length > 0 || only.not || only.kind !== kind) return false;
  return single.includes(kind) && (kind !== 'is' || isStatus(only.text) === isStatus(text));
}

/** `is:starred` goes together with any status. */
function isStatus(value: string): boolean {
  return paperStates.some((state) => state === value);
}

function nextMonth(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
