/** What `is:` may name. */
export const isValues = [
  'unread',
  'reading',
  'read',
  'starred',
  'queued',
  'snoozed',
  'undecided',
  'new',
  'seen',
  'later',
  'missed',
  'dismissed',
  'deleted',
] as const;

/** What `has:` may name. */
export const hasValues = ['code', 'note', 'tag'] as const;

/** Every operator that a term may begin with; `in` is said once for the whole query. */
export const operators = [
  'tag',
  'author',
  'org',
  'is',
  'has',
  'after',
  'before',
  'upvotes',
  'site',
  'in',
] as const;
export type Operator = (typeof operators)[number];

/**
 * A `word` begins words, a `phrase` is whole words; an `opening` is a phrase still being typed, its
 * last word not finished, and is the last term of a query. An `id` is a word that names one paper:
 * an arXiv id, a DOI, an address.
 */
export type TermKind = Exclude<Operator, 'in'> | 'word' | 'phrase' | 'opening' | 'id';

/**
 * One condition. The text is the word, the phrase or the operator's value, already checked: one of
 * `isValues` or `hasValues`, a date (see `dateIn`), a comparison such as `>=50`.
 */
export interface Term {
  readonly kind: TermKind;
  readonly text: string;
  /** Whether the papers that meet the condition are left out. */
  readonly not: boolean;
}

/** Terms joined by `OR`; a single one as a rule. */
export type Group = readonly Term[];

/** What a search asks for: of every group at least one term. */
export interface Query {
  readonly groups: readonly Group[];
  /** Whether words and phrases count in titles only. */
  readonly inTitle: boolean;
}

/** Why a part of a search was passed over. */
export type ProblemKind =
  | 'unknownOperator'
  | 'unknownValue'
  | 'missingValue'
  | 'badDate'
  | 'badNumber'
  | 'unclosedQuote'
  | 'noWord'
  | 'danglingOr';

/** A part of a search that could not be understood; the rest counts. */
export interface Problem {
  readonly kind: ProblemKind;
  /** Where it stands in the text that was parsed. */
  readonly start: number;
  readonly end: number;
  /** The operator as it was typed, where one was. */
  readonly operator?: string;
  /** The value that was refused, or the whole part. */
  readonly text: string;
}

/** Tells whether a word is an operator's name. */
export function isOperator(name: string): name is Operator {
  return (operators as readonly string[]).includes(name);
}
