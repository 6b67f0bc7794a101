import type { RankedPaper } from '../../papers/ranking/features';
import type { DayPaper } from './days';
import type { Order } from './orders';

type Counts = ReadonlyMap<string, number>;

const texts = new WeakMap<RankedPaper, Counts>();

/** The words and pairs of a paper, and how often it has each; the title's twice. */
function countsOf({ paper }: DayPaper): Counts {
  const found = texts.get(paper);
  if (found) return found;
  const counts = new Map<string, number>();
  for (const text of [paper.title ?? '', paper.title ?? '', paper.abstract ?? '']) {
    const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
    const pairs = words.slice(1).map((word, at) => `${words[at]} ${word}`);
    for (const term of [...words, ...pairs]) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  texts.set(paper, counts);
  return counts;
}

/** How rare terms are among the papers that were met. */
class Rarity {
  readonly #papers = new Map<string, number>();
  #count = 0;

  meet(paper: DayPaper): void {
    this.#count += 1;
    for (const term of countsOf(paper).keys())
      this.#papers.set(term, (this.#papers.get(term) ?? 0) + 1);
  }

  /** tf-idf, of length 1. */
  vector(paper: DayPaper): [string, number][] {
    const vector = [...countsOf(paper)].map(([term, count]): [string, number] => {
      const rare = Math.log((this.#count + 1) / ((this.#papers.get(term) ?? 0) + 1));
      return [term, (1 + Math.log(count)) * rare];
    });
    const length = Math.sqrt(vector.reduce((sum, [, value]) => sum + value * value, 0)) || 1;
    return vector.map(([term, value]) => [term, value / length]);
  }
}

function dot(vector: readonly [string, number][], weights: Counts): number {
  return vector.reduce((sum, [term, value]) => sum + value * (weights.get(term) ?? 0), 0);
}

function add(weights: Map<string, number>, vector: readonly [string, number][], by: number): void {
  for (const [term, value] of vector) weights.set(term, (weights.get(term) ?? 0) + by * value);
}

/** Online logistic regression on tf-idf of words and pairs, without any tuning: the floor. */
export function floor(): Order {
  const rarity = new Rarity();
  const weights = new Map<string, number>();
  let bias = 0;
  return {
    score: (paper) => bias + dot(rarity.vector(paper), weights),
    learn(paper, saves) {
      rarity.meet(paper);
      if (saves === undefined) return;
      const vector = rarity.vector(paper);
      const odds = bias + dot(vector, weights);
      const surprise = Number(saves) - 1 / (1 + Math.exp(-odds));
      add(weights, vector, 4 * surprise);
      bias += 0.1 * surprise;
    },
  };
}

/** How like the papers that were saved a paper is, and how unlike those that were not. */
export function nearestCentroid(): Order {
  const rarity = new Rarity();
  const sums = { yes: new Map<string, number>(), no: new Map<string, number>() };
  return {
    score(paper) {
      const vector = rarity.vector(paper);
      return dot(vector, sums.yes) / lengthOf(sums.yes) - dot(vector, sums.no) / lengthOf(sums.no);
    },
    learn(paper, saves) {
      rarity.meet(paper);
      if (saves !== undefined) add(saves ? sums.yes : sums.no, rarity.vector(paper), 1);
    },
  };
}

const lengths = new WeakMap<Counts, { readonly of: number; readonly length: number }>();

/** Counted anew where the sum has other terms than when it was counted last. */
function lengthOf(sum: Counts): number {
  const kept = lengths.get(sum);
  if (kept?.of === sum.size) return kept.length;
  let squares = 0;
  for (const value of sum.values()) squares += value * value;
  const length = Math.sqrt(squares) || 1;
  lengths.set(sum, { of: sum.size, length });
  return length;
}

/** Naive Bayes over which words and pairs a paper has. */
export function naiveBayes(): Order {
  const papers = { yes: 1, no: 1 };
  const terms = { yes: new Map<string, number>(), no: new Map<string, number>() };
  return {
    score(paper) {
      let odds = Math.log(papers.yes / papers.no);
      for (const term of countsOf(paper).keys()) {
        const yes = ((terms.yes.get(term) ?? 0) + 0.1) / (papers.yes + 0.2);
        const no = ((terms.no.get(term) ?? 0) + 0.1) / (papers.no + 0.2);
        odds += Math.log(yes / no);
      }
      return odds;
    },
    learn(paper, saves) {
      if (saves === undefined) return;
      const said = saves ? 'yes' : 'no';
      papers[said] += 1;
      add(
        terms[said],
        [...countsOf(paper).keys()].map((term) => [term, 1]),
        1,
      );
    },
  };
}
