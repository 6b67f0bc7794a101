import { describe, expect, it } from 'vitest';
import { versionAddresses, versionNews } from '../../../papers/same/version-news';

const saved = { state: 'unread', savedAt: Date.UTC(2026, 2, 10) } as const;

describe('that there is a newer version', () => {
  it('is told of a saved paper, with both versions', () => {
    expect(versionNews({ ...saved, version: 3, savedVersion: 1 })).toEqual({ from: 1, to: 3 });
  });

  it('is not told where there is none, where nothing is known, or of what is not saved', () => {
    expect(versionNews({ ...saved, version: 3, savedVersion: 3 })).toBeUndefined();
    expect(versionNews({ ...saved, version: 1, savedVersion: 3 })).toBeUndefined();
    expect(versionNews({ ...saved, version: 3 })).toBeUndefined();
    expect(versionNews(saved)).toBeUndefined();
    expect(versionNews({ state: 'seen', version: 3, savedVersion: 1 })).toBeUndefined();
  });

  it('follows from its day where the version of then is not known', () => {
    const revised = { ...saved, version: 2, revisedAt: '2026-03-11T00:10:00Z' };
    expect(versionNews(revised)).toEqual({ from: 1, to: 2 });
    expect(versionNews({ ...revised, version: 4 })).toEqual({ to: 4 });
    expect(versionNews({ ...revised, revisedAt: '2026-03-10' })).toBeUndefined();
    expect(versionNews({ ...revised, savedDay: '2026-03-11' })).toBeUndefined();
  });
});

describe('a version at saving that there never was', () => {
  it('is as good as none: newer ones are told by their day', () => {
    const wrong = { ...saved, savedVersion: 99, version: 3 };
    expect(versionNews(wrong)).toBeUndefined();
    expect(versionNews({ ...wrong, revisedAt: '2026-03-09' })).toBeUndefined();
    expect(versionNews({ ...wrong, revisedAt: '2026-03-12' })).toEqual({ to: 3 });
  });
});

describe('where arXiv tells of two versions', () => {
  it('is its list of versions, and the page of the saved one', () => {
    const paper = { id: 'doi:10.1/x', aliases: ['arxiv:hep-th/9901001'] };
    expect(versionAddresses(paper, { from: 1, to: 3 })).toEqual({
      history: 'https://arxiv.org/abs/hep-th/9901001v3#:~:text=Submission%20history',
      saved: 'https://arxiv.org/abs/hep-th/9901001v1',
    });
    expect(versionAddresses(paper, { to: 3 })).not.toHaveProperty('saved');
  });

  it('is nowhere for a paper that is not there', () => {
    expect(versionAddresses({ id: 'doi:10.1/x' }, { from: 1, to: 2 })).toBeUndefined();
  });
});
