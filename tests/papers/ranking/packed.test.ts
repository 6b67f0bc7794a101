import { describe, expect, it } from 'vitest';
import { PackedScorer, packPapers, packTraits, unpackPaper } from '../../../papers/ranking/packed';
import { voteOf } from '../../../papers/ranking/score';
import { history, scored, taught, traitsOf } from './papers';

const usual = { votes: 2, stars: 3 };
const papers = [
  ...history(20).map(({ paper }) => paper),
  {},
  { title: 'compute '.repeat(1000), upvotes: 0 },
  { title: '測試時計算'.repeat(500), abstract: 'Test-time compute, ⁂ for 測試.', codeStars: 1e9 },
  {
    title: 'Names alone',
    authors: ['Ada Lovelace', 'Alan Turing'],
    organization: 'ByteDance',
    codeUrl: 'https://github.com/someone/code',
    sites: ['arxiv'],
  },
];

describe('packed papers', () => {
  const packed = papers.map((paper, at) => ({
    id: `arxiv:${at}`,
    terms: packTraits(traitsOf(paper)),
    vote: voteOf(paper, usual),
  }));

  it('score as what they were packed of does', () => {
    for (const weights of [taught([]), taught(history(60))]) {
      const scorer = new PackedScorer(weights);
      papers.forEach((paper, at) => {
        const one = packed[at];
        expect(one && scorer.score(one)).toBeCloseTo(scored(weights, paper), 4);
      });
    }
  });

  it('are each the same when they are put together and taken out again', () => {
    const together = packPapers(packed);
    expect(together.ids).toHaveLength(papers.length);
    packed.forEach((one, at) => {
      const { vote, ...rest } = unpackPaper(together, at);
      expect(rest).toEqual({ id: one.id, terms: one.terms });
      expect(vote.votes).toBeCloseTo(one.vote.votes, 5);
      expect(vote.stars).toBeCloseTo(one.vote.stars, 5);
    });
  });
});
