/** How many weights there are: what is said of a paper is spread over them by its hash. */
export const buckets = 98_304;
/** How many counts of words there are. */
export const wordBuckets = 8192;

/** By which rules weights were learned; those of others are learned anew. */
export const rankingRules = 1;

/** What a weight of 1 is kept as. */
const unit = 1024;
const most = 32_767;

/** How much a paper has to be liked before anything is known, as log odds. */
const firstBias = -2;
/** That upvotes count a little before anything is known: it is the order of the site. */
const firstVotes = 0.5;

/** What was learned of the reader. Only `learn` changes it. */
export interface Weights {
  /** Of each bucket; what it counts is this times `scale`. */
  readonly terms: Int16Array;
  /** In how many papers each word was. */
  readonly words: Uint16Array;
  /** How many papers were learned from. */
  papers: number;
  /** How many decisions were learned from that the reader made one by one or at once. */
  decisions: number;
  /** How many of the lessons said yes, and how many no, as they count. */
  yes: number;
  no: number;
  scale: number;
  bias: number;
  votes: number;
  stars: number;
  /** The mean of log(1 + n) over the papers learned from, of upvotes and of stars. */
  usualVotes: number;
  usualStars: number;
}

const numbers = [
  'papers',
  'decisions',
  'yes',
  'no',
  'scale',
  'bias',
  'votes',
  'stars',
  'usualVotes',
  'usualStars',
] as const satisfies readonly (keyof Weights)[];

/** Weights that know nothing. */
export function freshWeights(): Weights {
  return {
    terms: new Int16Array(buckets),
    words: new Uint16Array(wordBuckets),
    papers: 0,
    decisions: 0,
    yes: 0,
    no: 0,
    scale: 1,
    bias: firstBias,
    votes: firstVotes,
    stars: 0,
    usualVotes: 2,
    usualStars: 3,
  };
}

/** What one bucket counts. */
export function weightOf({ terms, scale }: Weights, bucket: number): number {
  return ((terms[bucket] ?? 0) / unit) * scale;
}

/** Adds to what one bucket counts, within the bounds of a weight. */
export function addWeight({ terms, scale }: Weights, bucket: number, more: number): void {
  const kept = Math.round((terms[bucket] ?? 0) + (more / scale) * unit);
  terms[bucket] = Math.max(-most, Math.min(most, kept));
}

/** Lets everything that was learned of terms count less. */
export function fade(weights: Weights, by: number): void {
  weights.scale *= 1 - by;
  if (weights.scale > 0.5) return;
  const { terms, scale } = weights;
  for (let at = 0; at < terms.length; at += 1) terms[at] = Math.round((terms[at] ?? 0) * scale);
  weights.scale = 1;
}

/** Weights as they are kept: at most 256,000 bytes. */
export function packWeights(weights: Weights): Uint8Array<ArrayBuffer> {
  const head = numbers.length * 8;
  const bytes = new Uint8Array(head + buckets * 2 + wordBuckets * 2);
  const view = new DataView(bytes.buffer);
  numbers.forEach((name, at) => {
    view.setFloat64(at * 8, weights[name], true);
  });
  const { terms, words } = weights;
  for (let at = 0; at < buckets; at += 1) view.setInt16(head + at * 2, terms[at] ?? 0, true);
  const next = head + buckets * 2;
  for (let at = 0; at < wordBuckets; at += 1) view.setUint16(next + at * 2, words[at] ?? 0, true);
  return bytes;
}

/**
 * Weights of bytes that `packWeights` made.
 * @returns `undefined` for what cannot be such.
 */
export function unpackWeights(bytes: unknown): Weights | undefined {
  const head = numbers.length * 8;
  if (!(bytes instanceof Uint8Array) || bytes.length !== head + buckets * 2 + wordBuckets * 2)
    return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const weights = freshWeights();
  numbers.forEach((name, at) => {
    weights[name] = view.getFloat64(at * 8, true);
  });
  if (numbers.some((name) => !Number.isFinite(weights[name])) || weights.scale <= 0)
    return undefined;
  for (let at = 0; at < buckets; at += 1) weights.terms[at] = view.getInt16(head + at * 2, true);
  const next = head + buckets * 2;
  for (let at = 0; at < wordBuckets; at += 1)
    weights.words[at] = view.getUint16(next + at * 2, true);
  return weights;
}
