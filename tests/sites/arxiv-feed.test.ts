import { describe, expect, it } from 'vitest';
import { feedAddress, feedPermission, readFeed, subjectPattern } from '../../sites/arxiv/feed';
import { optionalHosts, siteAt } from '../../sites/hosts';
import { feedOf } from '../fixtures/feed';

const day = '2026-08-12';

describe('a feed of arXiv', () => {
  it('announces new papers and cross-lists of its day, without new versions', () => {
    const feed = readFeed(
      feedOf(day, [
        { id: '2608.00101', title: '  A &lt;b&gt;bold&lt;/b&gt;\n   &amp; long title' },
        { id: 'hep-th/9901001', type: 'cross' },
        { id: '2112.00104', type: 'replace' },
        { id: '2112.00105', type: 'replace-cross' },
        { id: '2608.00101', type: 'cross' },
      ]),
    );
    expect(feed?.day).toBe(day);
    expect(feed?.papers.map(({ id }) => id)).toEqual(['arxiv:2608.00101', 'arxiv:hep-th/9901001']);
    expect(feed?.papers[0]).toEqual({
      id: 'arxiv:2608.00101',
      version: 1,
      title: 'A <b>bold</b> & long title',
      authors: ['Ada Example', 'Bo Example'],
      abstract: 'What it says, where $a < b$ & so on.',
      categories: ['cs.CL', 'cs.AI'],
    });
  });

  it('of a day without anything is one all the same', () => {
    expect(readFeed(feedOf(day, []))).toEqual({ day, papers: [] });
  });

  it.each([
    ['a page of a proxy', '<html><body>Sign in</body></html>'],
    ['nothing', ''],
    ['one that was cut off', feedOf(day, [{ id: '2608.00101' }]).slice(0, -200)],
    ['one that says no day', '<feed><title>x</title></feed>'],
  ])('%s is none', (_, text) => {
    expect(readFeed(text)).toBeUndefined();
  });

  it('with an entry that is no paper has the others', () => {
    const text = feedOf(day, [{ id: 'Error' }, { id: '2608.00101' }, { id: '9', title: ' ' }]);
    expect(readFeed(text)?.papers.map(({ id }) => id)).toEqual(['arxiv:2608.00101']);
  });

  it('is on a host of its own, which may be asked for and has no pages of ours', () => {
    expect(optionalHosts).toContain(feedPermission);
    expect(feedAddress(['cs.CL']).startsWith(feedPermission.slice(0, -1))).toBe(true);
    expect(siteAt(new URL(feedPermission).origin)).toBeUndefined();
  });

  it('is one for several subjects', () => {
    expect(feedAddress(['cs.CL', 'hep-th'])).toBe('https://rss.arxiv.org/atom/cs.CL+hep-th');
    for (const subject of ['cs.CL', 'hep-th', 'cond-mat.str-el', 'math', 'q-bio.NC'])
      expect(subject).toMatch(subjectPattern);
    for (const subject of ['', 'CS', 'cs.CL+x', 'cs/CL', 'cs.CL?x', '../x', 'cs CL'])
      expect(subject).not.toMatch(subjectPattern);
  });
});
