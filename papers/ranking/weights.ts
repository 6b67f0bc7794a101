/** How many weights there are: what is said of a paper is spread over them by its hash. */
export const buckets = 98_304;
/** How many counts of words there are, and of phrases and names; each divides the number of weights, so that a bucket tells where it is counted. */
export const wordBuckets = 8192;
export const phraseBuckets = 32_768;
const mostCounted = 255;
/** After so many papers all counts are halved, so that they stay those of the last few thousand. */
const mostPapers = 4096;

/** What a weight of 1 is kept as. */
const unit = 2048;
/** No weight is more than this, either way. */
export const mostWeight = 5;
/**
 * What a bucket counts is this times the hyperbolic sine of its weight: the more it counts, the faster it moves. Few terms of
 * thousands matter to a reader, and those come to stand out. Ghai, Hazan and Singer 2020 (https://arxiv.org/abs/1902.01903).
 */
export const sparsity = 0.25;

/** How much a paper has to be liked before anything is known, as log odds. */
const firstBias = -2;
/** That upvotes count a little before anything is known: it is the order of the site. */
const firstVotes = 0.02;

/** What was learned of the reader. Only `learn` changes it. */
export interface Weights {
  /** Of each bucket; its weight is this times `scale`. */
  readonly terms: Int16Array;
  /** In how many papers each word was. */
  readonly words: Uint16Array;
  /** In how many each phrase or name was, 255 at most. */
  readonly phrases: Uint8Array;
  /** How many papers were learned from; halved as the counts are. */
  papers: number;
  /** How many decisions were learned from that the reader made one by one or at once. */
  decisions: number;
  /** How many of the lessons said yes, and how many no, as they count. */
  yes: number;
  no: number;
  /** The part of `no` that the reader decided, rather than passed over. */
  dismissed: number;
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
  'dismissed',
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
    phrases: new Uint8Array(phraseBuckets),
    papers: 0,
    decisions: 0,
    yes: 0,
    no: 0,
    dismissed: 0,
    scale: 1,
    bias: firstBias,
    votes: firstVotes,
    stars: 0,
    usualVotes: 2,
    usualStars: 3,
  };
}

/** The weight of one bucket. */
export function weightOf({ terms, scale }: Weights, bucket: number): number {
  return ((terms[bucket] ?? 0) / unit) * scale;
}

/** What one bucket counts, of which most count nothing. */
export function worthOf({ terms, scale }: Weights, bucket: number): number {
  const kept = terms[bucket] ?? 0;
  return kept === 0 ? 0 : worthOfWeight((kept / unit) * scale);
}

/** What a weight counts. */
export function worthOfWeight(weight: number): number {
  const power = Math.exp(weight);
  return (sparsity / 2) * (power - 1 / power);
}

/** Adds to the weight of one bucket, within its bounds. */
export function addWeight({ terms, scale }: Weights, bucket: number, more: number): void {
  const kept = (terms[bucket] ?? 0) + (more / scale) * unit;
  const most = (mostWeight / scale) * unit;
  terms[bucket] = Math.round(Math.max(-most, Math.min(most, kept)));
}

/** Notes that one more paper has the terms of some buckets. */
export function countPaper(weights: Weights, terms: Int32Array, words: Int32Array): void {
  const { words: ofWords, phrases } = weights;
  weights.papers += 1;
  for (let at = 0; at < terms.length; at += 1) {
    const word = words[at] ?? -1;
    const phrase = (terms[at] ?? 0) % phraseBuckets;
    if (word >= 0) ofWords[word] = (ofWords[word] ?? 0) + 1;
    else phrases[phrase] = Math.min(mostCounted, (phrases[phrase] ?? 0) + 1);
  }
  if (weights.papers < mostPapers) return;
  weights.papers /= 2;
  for (let at = 0; at < ofWords.length; at += 1) ofWords[at] = (ofWords[at] ?? 0) >> 1;
  for (let at = 0; at < phrases.length; at += 1) phrases[at] = (phrases[at] ?? 0) >> 1;
}

/** Lets the weights of all terms become less. */
export function fade(weights: Weights, by: number): void {
  weights.scale *= 1 - by;
  if (weights.scale > 0.5) return;
  const { terms, scale } = weights;
  for (let at = 0; at < terms.length; at += 1) terms[at] = Math.round((terms[at] ?? 0) * scale);
  weights.scale = 1;
}

const packedLength = numbers.length * 8 + buckets * 2 + wordBuckets * 2 + phraseBuckets;

/** Weights as they are kept: at most 256,000 bytes. */
export function packWeights(weights: Weights): Uint8Array<ArrayBuffer> {
  const head = numbers.length * 8;
  const bytes = new Uint8Array(packedLength);
  const view = new DataView(bytes.buffer);
  numbers.forEach((name, at) => {
    view.setFloat64(at * 8, weights[name], true);
  });
  const { terms, words, phrases } = weights;
  for (let at = 0; at < buckets; at += 1) view.setInt16(head + at * 2, terms[at] ?? 0, true);
  const next = head + buckets * 2;
  for (let at = 0; at < wordBuckets; at += 1) view.setUint16(next + at * 2, words[at] ?? 0, true);
  bytes.set(phrases, packedLength - phraseBuckets);
  return bytes;
}

/**
 * Weights of bytes that `packWeights` made.
 * @returns `undefined` for what cannot be such.
 */
export function unpackWeights(bytes: unknown): Weights | undefined {
  const head = numbers.length * 8;
  if (!(bytes instanceof Uint8Array) || bytes.length !== packedLength) return undefined;
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
  weights.phrases.set(bytes.subarray(packedLength - phraseBuckets));
  return weights;
}
