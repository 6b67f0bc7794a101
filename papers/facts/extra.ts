import { canonical } from '../words/stamp';

/** What one file format said of a paper, field by field, as it stood there. */
export interface Bag {
  /** ms since the epoch: when it was imported. */
  readonly at: number;
  /** JSON values only. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * What files said of a paper that has no home in Offprint, by the format they were of, so that an export to
 * that format gives it back.
 */
export type Extra = Readonly<Record<string, Bag>>;

/** How long what is kept of one format is at most, as JSON, in characters. */
export const maxBagLength = 20_000;

/** Whatever may have such a thing. */
interface WithExtra {
  readonly extra?: Extra | undefined;
}

/** What files said of a paper, and nothing where they said nothing. */
export function extraOf(of: WithExtra | undefined): { readonly extra?: Extra } {
  return of?.extra ? { extra: of.extra } : {};
}

/**
 * Merges what files said of one paper: of each format what was imported later stands. Commutative,
 * associative and idempotent.
 */
export function mergeExtra(
  { extra: one }: WithExtra,
  { extra: other }: WithExtra,
): { readonly extra?: Extra } {
  if (!one || !other) return extraOf({ extra: one ?? other });
  const formats = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
  const bags = formats.flatMap((format) => {
    const bag = laterBag(ownOf(one, format), ownOf(other, format));
    return bag ? [[format, bag] as const] : [];
  });
  return { extra: Object.fromEntries(bags) };
}

function laterBag(one: Bag | undefined, other: Bag | undefined): Bag | undefined {
  if (!one || !other) return one ?? other;
  if (one.at !== other.at) return one.at < other.at ? other : one;
  return canonical(one) < canonical(other) ? other : one;
}

function ownOf(extra: Extra, format: string): Bag | undefined {
  return Object.hasOwn(extra, format) ? extra[format] : undefined;
}
