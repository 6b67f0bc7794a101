import { type RankedPaper, TraitReader } from '../../../papers/ranking/features';
import { type Lesson, learn } from '../../../papers/ranking/learn';
import { scoreOf } from '../../../papers/ranking/score';
import { freshWeights, type Weights } from '../../../papers/ranking/weights';

const reader = new TraitReader();
const usual = { votes: 2, stars: 3 };

const liked = [
  'Test-time compute for long proofs',
  'Scaling test-time compute',
  'Verifiers for test-time compute',
];
const others = [
  'A dataset of bird songs',
  'Segmenting satellite images',
  'Folding proteins by diffusion',
  'Speech for small devices',
];

/** One paper after the other, each with words of its own, and whether it is kept. */
export function history(
  length: number,
): { readonly paper: RankedPaper; readonly likes: boolean }[] {
  return Array.from({ length }, (_, at) => {
    const likes = at % 4 === 0;
    const titles = likes ? liked : others;
    const title = `${titles[at % titles.length]} of kind ${at}`;
    const abstract = `Study ${at * 7} of matters ${at % 13}. ${title}, measured on benchmark ${at % 5}.`;
    return {
      paper: { title, abstract, upvotes: (at * 37) % 90, authors: [`Author ${at % 9}`] },
      likes,
    };
  });
}

/** A lesson on a paper, as a decision of the reader on it alone. */
export function lesson(paper: RankedPaper, likes: boolean, counts = 1): Lesson {
  return { paper: reader.read(paper), likes, counts, isDecision: true };
}

/** Weights that learned some papers in their order, or went on to. */
export function taught(of: ReturnType<typeof history>, weights: Weights = freshWeights()): Weights {
  for (const { paper, likes } of of) learn(weights, lesson(paper, likes));
  return weights;
}

/** The score of a paper on a usual day. */
export function scored(weights: Weights, paper: RankedPaper): number {
  return scoreOf(weights, reader.read(paper), usual);
}

/** What there is of a paper. */
export function traitsOf(paper: RankedPaper) {
  return reader.read(paper);
}
