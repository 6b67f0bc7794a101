import { describe, expect, it } from 'vitest';
import {
  arxivOf,
  codeIn,
  doiOf,
  isToBeFilled,
  publishedDoiOf,
} from '../../../papers/filling/filling';

describe('a paper that is to be filled in', () => {
  const paper = { id: 'arxiv:2603.25001', state: 'unread', title: 'A', authorCount: 2 } as const;

  it('is saved, lacks its title or its authors, and has an id that others know', () => {
    const { title: _title, ...bare } = paper;
    expect(isToBeFilled(paper)).toBe(false);
    expect(isToBeFilled(bare)).toBe(true);
    expect(isToBeFilled({ ...paper, authorCount: 0 })).toBe(true);
    expect(isToBeFilled({ ...bare, state: 'new' })).toBe(false);
    expect(isToBeFilled({ ...bare, state: 'deleted' })).toBe(false);
    expect(isToBeFilled({ ...bare, id: 'url:https://example.org' })).toBe(false);
    expect(isToBeFilled({ ...bare, id: 'openreview:abc', aliases: ['doi:10.1/x'] })).toBe(true);
  });

  it('is asked for by its well-formed ids alone', () => {
    expect(arxivOf({ id: 'arxiv:../api?x=1' })).toBeUndefined();
    expect(arxivOf({ id: 'doi:10.1000/x', aliases: ['arxiv:math/0309136'] })).toBe('math/0309136');
    expect(publishedDoiOf({ id: 'doi:not one' })).toBeUndefined();
    expect(publishedDoiOf({ id: 'acl:2020.acl-main.1' })).toBe('10.18653/v1/2020.acl-main.1');
    expect(publishedDoiOf({ id: 'arxiv:2603.25001' })).toBeUndefined();
    expect(doiOf({ id: 'arxiv:2603.25001' })).toBe('10.48550/arxiv.2603.25001');
  });
});

describe('code that an abstract names', () => {
  it.each([
    ['Code: https://github.com/a-b/c.d.', 'https://github.com/a-b/c.d'],
    ['at github.com/owner/name, and', 'https://github.com/owner/name'],
    ['(https://www.GitHub.com/Owner/name.git)', 'https://github.com/Owner/name'],
    ['\\url{https://gitlab.com/owner/name}', 'https://gitlab.com/owner/name'],
    ['on https://github.com/owner alone', undefined],
    ['https://notgithub.com/owner/name', undefined],
    ['at https://owner.github.io/name', undefined],
  ])('is found in %s', (abstract, code) => {
    expect(codeIn(abstract)).toBe(code);
  });
});
