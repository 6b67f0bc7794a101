import type { PaperId } from '../paper';
import type { Traits } from './features';
import { rarityOf, rarityOfPhrase, type Usual } from './score';
import { buckets, phraseBuckets, type Weights, wordBuckets, worthOf } from './weights';

/**
 * What there is of many papers, as it is kept: what the weights say of them is a sum over `terms`, and no text has to be
 * read again. It depends on nothing that was learned.
 */
export interface PackedPapers {
  readonly ids: readonly PaperId[];
  /** Where the terms of each end. */
  readonly ends: Uint32Array;
  /** Of each term its bucket, whether it is a word, which way it counts, and the square of its amount in quarters. */
  readonly terms: Uint32Array;
  /** Of each paper how far its upvotes, and then its stars, are above what is usual; see `voteOf`. */
  readonly votes: Float32Array;
}

/** One of them. */
export interface PackedPaper {
  readonly id: PaperId;
  readonly terms: Uint32Array;
  readonly vote: Usual;
}

/** Changes with whatever is looked at of a paper: what was packed before is packed again then. */
export const packedVersion = 2;

/** Seventeen bits of a term are its bucket; then come two of one bit each, and six of its amount. */
const bucketMask = 0x1ffff;
const isWord = 1 << 17;
const isTurned = 1 << 18;
const amountAt = 19;
/** An amount is the root of a sum of quarters; see features.ts. */
const parts = 4;
const mostParts = 63;
const roots = Float32Array.from({ length: mostParts + 1 }, (_, at) => Math.sqrt(at / parts));

/** Packs the terms of one paper. */
export function packTraits({ buckets, amounts, words }: Traits): Uint32Array {
  return Uint32Array.from(buckets, (bucket, at) => {
    const amount = amounts[at] ?? 0;
    const size = Math.min(mostParts, Math.round(amount * amount * parts));
    const kind = ((words[at] ?? -1) < 0 ? 0 : isWord) | (amount < 0 ? isTurned : 0);
    return bucket | kind | (size << amountAt);
  });
}

/** Puts papers together, as they are kept. */
export function packPapers(papers: readonly PackedPaper[]): PackedPapers {
  const ends = new Uint32Array(papers.length);
  let end = 0;
  papers.forEach(({ terms }, at) => {
    end += terms.length;
    ends[at] = end;
  });
  const all = new Uint32Array(end);
  const votes = new Float32Array(papers.length * 2);
  papers.forEach(({ terms, vote }, at) => {
    all.set(terms, (ends[at] ?? 0) - terms.length);
    votes.set([vote.votes, vote.stars], at * 2);
  });
  return { ids: papers.map(({ id }) => id), ends, terms: all, votes };
}

/** Takes one of them out again. */
export function unpackPaper({ ids, ends, terms, votes }: PackedPapers, at: number): PackedPaper {
  return {
    id: ids[at] ?? '',
    terms: terms.subarray(ends[at - 1] ?? 0, ends[at]),
    vote: { votes: votes[at * 2] ?? 0, stars: votes[at * 2 + 1] ?? 0 },
  };
}

/** Scores many papers by the same weights: what these say of each bucket, and how rare each term is, is worked out once. */
export class PackedScorer {
  readonly #says: Float32Array;
  readonly #wordRarity: Float32Array;
  readonly #phraseRarity: Float32Array;

  /** @param says What is said of each bucket: what the weights do, unless given. */
  constructor(
    private readonly weights: Weights,
    says?: Float32Array,
  ) {
    const { papers, words, phrases } = weights;
    this.#says = says ?? worthsOf(weights);
    this.#wordRarity = raritiesOf(words, (count) => rarityOf(papers, count));
    this.#phraseRarity = raritiesOf(phrases, (count) => rarityOfPhrase(papers, count));
  }

  /**
   * What is said of all terms of a paper, each for as much as there is of it. A bucket tells where the count of its word lies,
   * or of its phrase, as there are a whole number of times as many.
   */
  share(terms: Uint32Array): number {
    let [said, squares] = [0, 0];
    for (let at = 0; at < terms.length; at += 1) {
      const term = terms[at] ?? 0;
      const bucket = term & bucketMask;
      const rare =
        term & isWord
          ? (this.#wordRarity[bucket % wordBuckets] ?? 0)
          : (this.#phraseRarity[bucket % phraseBuckets] ?? 0);
      const amount = (roots[term >>> amountAt] ?? 0) * rare;
      squares += amount * amount;
      said += (this.#says[bucket] ?? 0) * (term & isTurned ? -amount : amount);
    }
    return said / (Math.sqrt(squares) || 1);
  }

  /** The score that `scoreOf` gives. */
  score({ terms, vote }: PackedPaper): number {
    const { bias, votes, stars } = this.weights;
    return bias + this.share(terms) + votes * vote.votes + stars * vote.stars;
  }
}

/** Most counts are alike, so that what is said of one is worked out once. */
function raritiesOf(counts: Uint16Array | Uint8Array, rarity: (count: number) => number) {
  const known: number[] = [];
  const rarities = new Float32Array(counts.length);
  for (let at = 0; at < counts.length; at += 1) {
    const count = counts[at] ?? 0;
    rarities[at] = known[count] ??= rarity(count);
  }
  return rarities;
}

function worthsOf(weights: Weights): Float32Array {
  const worths = new Float32Array(buckets);
  for (let at = 0; at < buckets; at += 1) worths[at] = worthOf(weights, at);
  return worths;
}
