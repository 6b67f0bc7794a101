import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { asAtom } from '../../exports/atom';
import type { Roundup } from '../../exports/roundup';
import { roundupAsMarkdown } from '../../exports/roundup-markdown';
import { emptyRecord } from '../../papers/merge';
import type { PaperRecord } from '../../papers/record';
import { quick } from '../support/property';

const now = Date.UTC(2026, 10, 26, 7);
const { DOMParser } = new JSDOM('').window;
const atom = 'http://www.w3.org/2005/Atom';

function record(id: string, more: Partial<PaperRecord> = {}): PaperRecord {
  return { ...emptyRecord(id, 0), ...more };
}

const whole = record('arxiv:2503.02130', {
  title: 'Forgetting <Transformer> & “co”',
  authors: ['Lin, Zhixuan', 'Evgenii Nikishin'],
  authorCount: 2,
  publishedAt: '2025-03-03T10:00:00.000Z',
  dailyAt: '2025-03-05',
});
const bare = record('custom:a thing', { codeUrl: 'javascript:alert(1)' });

const digest = (parts: Roundup['parts'], details: Roundup['details'] = new Map()): Roundup => ({
  title: 'Papers on Thu 26 Nov',
  parts,
  details,
});

/** The feed as a reader of feeds sees it. */
function parsed(xml: string) {
  const page = new DOMParser().parseFromString(xml, 'application/xml');
  expect(page.getElementsByTagName('parsererror')).toHaveLength(0);
  expect(page.documentElement.namespaceURI).toBe(atom);
  expect(page.documentElement.localName).toBe('feed');
  return { feed: page.documentElement, entries: [...page.getElementsByTagNameNS(atom, 'entry')] };
}

const children = (node: Element, name: string) =>
  [...node.children].filter(({ localName }) => localName === name);
const textOf = (node: Element, name: string) => children(node, name).map((one) => one.textContent);

/** What RFC 4287 requires of a feed and of an entry: sections 4.1.1 and 4.1.2. */
function expectValid({ feed, entries }: ReturnType<typeof parsed>): void {
  for (const node of [feed, ...entries]) {
    for (const name of ['id', 'title', 'updated']) expect(children(node, name)).toHaveLength(1);
    expect(textOf(node, 'updated')[0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(textOf(node, 'id')[0]).toMatch(/^(tag:|https:\/\/)[!-~]+$/);
  }
  for (const name of textOf(feed, 'author')) expect(name).not.toBe('');
  expect(children(feed, 'author')).toHaveLength(1);
  for (const entry of entries) {
    const links = children(entry, 'link').filter(
      (link) => link.getAttribute('rel') === 'alternate',
    );
    expect(links.length + children(entry, 'content').length).toBe(1);
  }
  const ids = entries.map((entry) => textOf(entry, 'id')[0]);
  expect(new Set(ids).size).toBe(ids.length);
}

describe('a digest as Atom', () => {
  it('has what the standard requires, and the paper’s own words', () => {
    const details = new Map([[whole.id, { id: whole.id, abstract: 'A gate <forgets>.' }]]);
    const feed = parsed(asAtom(digest([{ heading: 'Top', papers: [whole] }], details), now));
    expectValid(feed);
    const [entry] = feed.entries;
    if (!entry) throw new Error('the feed is empty');
    expect(textOf(entry, 'title')).toEqual(['Forgetting <Transformer> & “co”']);
    expect(textOf(entry, 'id')).toEqual(['https://arxiv.org/abs/2503.02130']);
    expect(textOf(entry, 'updated')).toEqual(['2025-03-05T00:00:00.000Z']);
    expect(textOf(entry, 'published')).toEqual(['2025-03-03T10:00:00.000Z']);
    expect(textOf(entry, 'author')).toEqual(['Zhixuan Lin', 'Evgenii Nikishin']);
    expect(textOf(entry, 'summary')).toEqual(['A gate <forgets>.']);
    expect(textOf(feed.feed, 'updated')).toEqual(['2026-11-26T07:00:00.000Z']);
  });

  it('has a paper of two parts once, with both as its categories', () => {
    const parts = [
      { heading: 'Caught', papers: [whole] },
      { heading: 'Top', papers: [bare, whole] },
    ];
    const feed = parsed(asAtom(digest(parts), now));
    expectValid(feed);
    expect(feed.entries).toHaveLength(2);
    const [first] = feed.entries;
    const terms = first && children(first, 'category').map((one) => one.getAttribute('term'));
    expect(terms).toEqual(['Caught', 'Top']);
  });

  it('is valid with whatever pages have said', () => {
    const words = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(']]>', '<', '&', '\0', '\ud800', '"'),
      ),
    );
    const joined = words.map((parts) => parts.join(''));
    fc.assert(
      fc.property(joined, joined, joined, (title, author, abstract) => {
        const papers = [record('arxiv:1', { title, authors: [author] }), record(`url:${title}`)];
        const details = new Map([['arxiv:1', { id: 'arxiv:1', abstract }]]);
        expectValid(parsed(asAtom(digest([{ heading: title, papers }], details), now)));
      }),
      quick,
    );
  });

  it('of nothing is a valid feed', () => {
    const feed = parsed(asAtom(digest([]), now));
    expectValid(feed);
    expect(feed.entries).toEqual([]);
  });
});

describe('a digest as Markdown', () => {
  it('has a heading for each part that has papers', () => {
    const parts = [
      { heading: 'Caught [by] rules', papers: [] },
      { heading: 'Top of *Wed*', papers: [whole] },
    ];
    expect(roundupAsMarkdown(digest(parts))).toBe(
      [
        '# Papers on Thu 26 Nov',
        '',
        '## Top of \\*Wed\\*',
        '',
        '- [Forgetting \\<Transformer\\> \\& “co”](https://arxiv.org/abs/2503.02130) — Zhixuan Lin and Evgenii Nikishin, 2025',
        '',
      ].join('\n'),
    );
  });
});

describe('what a digest leaves out', () => {
  it('is said where it is left out, and for the whole feed', () => {
    const some = digest([{ heading: 'Caught', papers: [whole], more: 'and 12 more' }]);
    expect(roundupAsMarkdown(some)).toMatch(/\n- and 12 more\n$/);
    const feed = parsed(asAtom(some, now));
    expectValid(feed);
    expect(textOf(feed.feed, 'subtitle')).toEqual(['Caught: and 12 more']);
  });
});
