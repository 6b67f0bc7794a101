import { describe, expect, it } from 'vitest';
import { emptyRecord } from '../../papers/merge';
import type { PaperDetails, PaperRecord } from '../../papers/record';
import { ruleProblem } from '../../papers/rules/check';
import { codeOwnerIn, codeOwnerOf } from '../../papers/rules/code-owner';
import { matcherOf } from '../../papers/rules/match';
import { followProposals } from '../../papers/rules/proposals';
import type { Rule } from '../../papers/rules/rule';

const record: PaperRecord = {
  ...emptyRecord('arxiv:2603.00001', 1000),
  title: '3D Gaussian Splatting, faster',
  authors: ['Ada Lovelace', 'Borel, Émile'],
  authorCount: 2,
  organization: 'ByteDance  Seed',
  codeUrl: 'https://github.com/PyTorch/vision',
  upvotes: 40,
  publishedAt: '2026-03-27',
};
const details: PaperDetails = {
  id: record.id,
  abstract: 'We render scenes. 我们提出强化学习方法。',
  aiSummary: 'A faster renderer.',
  aiKeywords: ['novel view', 'synthesis'],
};

let made = 0;
function rule(subject: Rule['subject'], value: string, effect: Rule['effect'] = 'follow'): Rule {
  made += 1;
  return { id: `rule-${made}`, effect, subject, value, createdAt: made };
}
const meets = (subject: Rule['subject'], value: string, paper = record) =>
  matcherOf([rule(subject, value)]).judge(paper, details).matches !== undefined;

describe('a rule', () => {
  it.each([
    ['author', 'E. Borel'],
    ['author', 'ada lovelace'],
    ['organization', 'bytedance seed'],
    ['organization', 'BYTEDANCE–SEED'],
    ['phrase', '3d gaussian'],
    ['phrase', 'Render scenes'],
    ['phrase', 'faster renderer'],
    ['phrase', 'novel view'],
    ['phrase', '强化学习'],
    ['codeOwner', 'pytorch'],
    ['codeOwner', '@PyTorch'],
    ['codeOwner', 'https://github.com/pytorch/pytorch'],
    ['codeOwner', 'pytorch/vision'],
    ['query', 'gauss has:code upvotes:>=40'],
    ['query', 'author:lovelace -"diffusion"'],
    ['query', 'is:new after:2026'],
  ] as const)('for the %s %s matches', (subject, value) => {
    expect(meets(subject, value)).toBe(true);
  });

  it.each([
    ['author', 'Alan Lovelace'],
    ['organization', 'ByteDance'],
    ['phrase', '3D gauss'],
    ['phrase', 'view synthesis'],
    ['phrase', 'faster We render'],
    ['codeOwner', 'pytorch-labs'],
    ['query', 'gauss -has:code'],
    ['query', 'in:title renderer'],
    ['query', 'is:unread'],
  ] as const)('for the %s %s does not', (subject, value) => {
    expect(meets(subject, value)).toBe(false);
  });

  it('says the same whatever the reader has done to the paper', () => {
    const read: PaperRecord = { ...record, state: 'read', tags: ['Gauss'], starred: true };
    for (const query of ['is:new', 'is:unread', 'tag:gauss', '-tag:gauss', 'has:tag'])
      expect(meets('query', query, read), query).toBe(meets('query', query));
  });

  it('that follows keeps a paper from being muted, and of those that mute the first is named', () => {
    const [follow, other] = [rule('codeOwner', 'pytorch'), rule('author', 'Émile Borel')];
    const mutes = [rule('phrase', 'gaussian', 'mute'), rule('phrase', 'splatting', 'mute')];
    expect(matcherOf([...mutes, follow, other]).judge(record, details)).toEqual({
      matches: [follow.id, other.id],
    });
    expect(matcherOf(mutes).judge(record, details)).toEqual({ mutedBy: mutes[0]?.id });
    expect(matcherOf([]).judge(record, details)).toEqual({});
  });

  it('reads every author of a long list', () => {
    const authors = [...Array.from({ length: 40 }, (_, at) => `Person N${at}`), 'Grace Hopper'];
    const matcher = matcherOf([rule('author', 'G. Hopper')]);
    expect(matcher.judge(record, { ...details, authors }).matches).toHaveLength(1);
  });
});

describe('a new rule is refused', () => {
  const problem = (subject: Rule['subject'], value: string, others: readonly Rule[] = []) =>
    ruleProblem({ id: 'new', subject, value }, others);

  it('when there is nothing to look for', () => {
    for (const subject of ['author', 'organization', 'phrase', 'codeOwner', 'query'] as const)
      expect(problem(subject, ' , '), subject).toBe(subject === 'query' ? 'query' : 'empty');
    expect(problem('query', '  ')).toBe('empty');
    expect(problem('codeOwner', 'a b')).toBe('empty');
  });

  it('when its search is not understood, or only papers in the list can meet it', () => {
    expect(problem('query', 'upvotes:many')).toBe('query');
    expect(problem('query', 'gauss OR')).toBe('query');
    expect(problem('query', 'in:title')).toBe('query');
    expect(problem('query', 'gauss is:read')).toBe('ownWords');
    expect(problem('query', 'tag:rl OR has:note')).toBe('ownWords');
    expect(problem('query', 'gauss -is:new')).toBe('ownWords');
    expect(problem('query', 'tag:rl OR gauss -is:read has:code')).toBeUndefined();
  });

  it('when there is one for the same, in another spelling or with the other effect', () => {
    const others = [
      rule('organization', 'ByteDance', 'mute'),
      rule('author', 'Lovelace, Ada'),
      rule('codeOwner', 'pytorch'),
    ];
    expect(problem('organization', 'bytedance', others)).toBe('duplicate');
    expect(problem('author', 'Ada Lovelace', others)).toBe('duplicate');
    expect(problem('author', 'A. Lovelace', others)).toBeUndefined();
    expect(problem('codeOwner', 'github.com/PyTorch', others)).toBe('duplicate');
    expect(problem('phrase', 'ByteDance', others)).toBeUndefined();
    const [same] = others;
    expect(same && ruleProblem({ ...same, value: 'BYTEDANCE' }, others)).toBeUndefined();
  });
});

describe('a code owner', () => {
  it('is read from an address of a known host', () => {
    expect(codeOwnerOf('https://gitlab.com/Group/project')).toBe('group');
    expect(codeOwnerOf('https://github.com/')).toBeUndefined();
    expect(codeOwnerOf('https://github.com.example.org/a/b')).toBeUndefined();
    expect(codeOwnerOf('no address')).toBeUndefined();
    expect(codeOwnerIn(' @PyTorch ')).toBe('pytorch');
    expect(codeOwnerIn('@PyTorch/vision')).toBe('pytorch');
    expect(codeOwnerIn('example.org/pytorch')).toBeUndefined();
  });
});

describe('what a paper suggests to follow', () => {
  it('is its organisation, a few authors by their names, and the owner of its code', () => {
    const authors = ['A B', 'C D', 'E F', 'G H', 'Lovelace, Ada'];
    expect(followProposals({ ...record, authors }).map(({ value }) => value)).toEqual([
      'ByteDance  Seed',
      'A B',
      'C D',
      'E F',
      'Ada Lovelace',
      'pytorch',
    ]);
    expect(followProposals(emptyRecord('arxiv:1', 1))).toEqual([]);
  });
});
