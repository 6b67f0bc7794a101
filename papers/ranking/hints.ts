import {
  bucketOf,
  hashName,
  type NameKind,
  namesOf,
  type RankedPaper,
  readTexts,
  type Traits,
} from './features';
import { weigh } from './score';
import type { TermLength } from './terms';
import { type Weights, worthOf } from './weights';

/** Something of a paper that weighed in its favour; whether the reader's own examples bear it out is not known yet. */
export interface Hint {
  readonly kind: 'phrase' | NameKind;
  /** As the paper spells it. */
  readonly text: string;
  /** By which it is found in other papers. */
  readonly hash: number;
  /** How much of the score it is, in log odds. */
  readonly weighs: number;
}

/** How many hints are worth looking for in other papers. */
const most = 12;
/** What weighs less is none. */
const least = 0.02;

/**
 * What weighed most in a paper's favour, the most first. A phrase weighs what it and its parts do.
 * @param traits Of the same paper.
 */
export function hintsOf(weights: Weights, paper: RankedPaper, traits: Traits): Hint[] {
  const amounts = weigh(weights, traits);
  const says = new Map<number, number>();
  traits.buckets.forEach((bucket, at) => {
    says.set(bucket, worthOf(weights, bucket) * (amounts[at] ?? 0));
  });
  const weighs = (hash: number) => says.get(bucketOf(hash)) ?? 0;
  const names = namesOf(paper).map(({ kind, name }) => {
    const hash = hashName(kind, name);
    return { kind, text: name, hash, weighs: weighs(hash) };
  });
  return [...phrasesOf(paper, weighs), ...names]
    .filter((hint) => hint.weighs >= least)
    .sort((one, other) => other.weighs - one.weighs)
    .slice(0, most);
}

interface Term {
  readonly from: number;
  readonly to: number;
  readonly weighs: number;
}

function phrasesOf(paper: RankedPaper, weighs: (hash: number) => number): Hint[] {
  const phrases = new Map<number, Hint>();
  let text = '';
  let recent: Term[] = [];
  readTexts(paper, {
    text(next) {
      text = next;
      recent = [];
    },
    term(hash: number, length: TermLength, from: number, to: number) {
      const own = weighs(hash);
      const inner = recent.filter((term) => term.from >= from && term.to <= to);
      recent = [...recent.slice(-8), { from, to, weighs: own }];
      if (phrases.has(hash)) return;
      const sum = inner.reduce((all, term) => all + term.weighs, own);
      const phrase = text.slice(from, to);
      // A longer phrase has to say something itself, and nobody calls anything "rewards (RLVR".
      if ((length === 1 || own > 0) && !/[()[\]{}]/.test(phrase))
        phrases.set(hash, { kind: 'phrase', text: phrase, hash, weighs: sum });
    },
  });
  return [...phrases.values()];
}
