import type { Paper } from '../paper';
import { canonical } from '../words/stamp';
import { type FactField, factFields, ranks, type Source } from './sources';

/** Who said something, and when. */
export interface Said {
  readonly source: Source;
  /** ms since the epoch: when the visit or the poll that read it began. */
  readonly at: number;
  /** The version of the paper that it was said of, where the source tells. */
  readonly version?: number;
}

/** One thing that is known of a paper, with who said it. */
export interface Fact<Value = unknown> {
  readonly value: Value;
  readonly said: Said;
}

/** The half of a paper that sources say. What nobody says is absent. */
export type Facts = {
  readonly [Field in FactField]?: Fact<NonNullable<Paper[Field]>>;
};

/** What a source says of a paper, all in one go. Empty texts and lists say nothing. */
export function factsOf(paper: Partial<Paper>, said: Omit<Said, 'version'>): Facts {
  const { version } = paper;
  const whole: Said = version === undefined ? said : { ...said, version };
  const known = factFields.flatMap((field) => {
    const value = paper[field];
    return isEmpty(value) ? [] : [[field, { value, said: whole }] as const];
  });
  return Object.fromEntries(known) as Facts;
}

/** What is shown of a paper. */
export function valuesOf(facts: Facts): Partial<Pick<Paper, FactField>> {
  return Object.fromEntries(
    Object.entries(facts).map(([field, fact]) => [field, fact.value]),
  ) as Partial<Pick<Paper, FactField>>;
}

/**
 * Merges what was said of one paper: field by field the word of the source that is worth more stands
 * (`ranks`); of two that are worth the same, what was said of the newer version of the paper, then what
 * was said later. A weaker source fills gaps. Commutative, associative and idempotent.
 */
export function mergeFacts(one: Facts, other: Facts): Facts {
  const merged = factFields.flatMap((field) => {
    const fact = better(field, one[field], other[field]);
    return fact ? [[field, fact] as const] : [];
  });
  return Object.fromEntries(merged) as Facts;
}

/** What of some facts is not known yet: the same word of the same source, said again, is nothing new. */
export function unknownFacts(known: Facts, facts: Facts): Facts {
  const fresh = (Object.entries(facts) as [FactField, Fact][]).filter(
    ([field, { value, said }]) => {
      const stored: Fact | undefined = known[field];
      return (
        stored?.said.source !== said.source ||
        stored.said.version !== said.version ||
        canonical(stored.value) !== canonical(value)
      );
    },
  );
  return Object.fromEntries(fresh) as Facts;
}

function better(
  field: FactField,
  one: Fact | undefined,
  other: Fact | undefined,
): Fact | undefined {
  if (!one || !other) return one ?? other;
  return compareFacts(field, one, other) < 0 ? other : one;
}

function compareFacts(field: FactField, one: Fact, other: Fact): number {
  const rank = ranks[field];
  return (
    rank[one.said.source] - rank[other.said.source] ||
    (one.said.version ?? 0) - (other.said.version ?? 0) ||
    one.said.at - other.said.at ||
    compareTexts(canonical(one), canonical(other))
  );
}

function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
