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

/** The field of a bag that says who stands for authors: editors of a book without any, with their role in that format. */
export const standInField = 'authors-of';

/** The field of a bag with those of the authors that are groups, where their names look like people's. */
export const groupsField = 'group-names';

/** Who stood for authors when a file was read. */
export interface StandIns {
  readonly role: string;
  readonly names: readonly string[];
}

/** The bag with the paper's key in bibliographies, once one was given out; its fields are those of `GivenKey`. */
export const citationKeyBag = 'citationKey';

/** A key as it was given out, and as it is compared: programs do not tell `Lin2025` from `lin2025`. */
export interface GivenKey {
  readonly key: string;
  readonly folded: string;
}

/** The bag of a key that is given out. */
export function keyBag(key: string, at: number): Bag {
  return { at, fields: { key, folded: key.toLowerCase() } satisfies GivenKey };
}

/** The key that a paper was given; `undefined` where it has none. */
export function givenKey({ extra }: WithExtra): string | undefined {
  const key = extra && ownOf(extra, citationKeyBag)?.fields.key;
  return typeof key === 'string' ? key : undefined;
}

/** Whatever may have such a thing. */
interface WithExtra {
  readonly extra?: Extra | undefined;
}

/** What files said of a paper, and nothing where they said nothing. */
export function extraOf(of: WithExtra | undefined): { readonly extra?: Extra } {
  return of?.extra ? { extra: of.extra } : {};
}

/**
 * Merges what files said of one paper: of each format what was imported later stands, of two keys the one that
 * was given out first. Commutative, associative and idempotent.
 */
export function mergeExtra(
  { extra: one }: WithExtra,
  { extra: other }: WithExtra,
): { readonly extra?: Extra } {
  if (!one || !other) return extraOf({ extra: one ?? other });
  const formats = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
  const bags = formats.flatMap((format) => {
    const bags = [ownOf(one, format), ownOf(other, format)] as const;
    const bag = format === citationKeyBag ? earlierBag(...bags) : laterBag(...bags);
    return bag ? [[format, bag] as const] : [];
  });
  return { extra: Object.fromEntries(bags) };
}

function laterBag(one: Bag | undefined, other: Bag | undefined): Bag | undefined {
  if (!one || !other) return one ?? other;
  if (one.at !== other.at) return one.at < other.at ? other : one;
  return canonical(one) < canonical(other) ? other : one;
}

function earlierBag(one: Bag | undefined, other: Bag | undefined): Bag | undefined {
  return one && other && laterBag(one, other) === one ? other : (one ?? other);
}

function ownOf(extra: Extra, format: string): Bag | undefined {
  return Object.hasOwn(extra, format) ? extra[format] : undefined;
}
