import { describe, expect, it } from 'vitest';
import { parseMakeRule } from '../../background/messages/bar-payloads';
import { parseDecide, parseSighting, parseStates } from '../../background/messages/page-payloads';

const visit = { digest: 'huggingface:day:2026-03-27', shows: 'digest', visitAt: 1000 };

describe('a payload from a page', () => {
  it('keeps what has an id and leaves the rest out', () => {
    const papers = [
      { id: 'arxiv:1', title: 'Good', surprise: 1 },
      { id: 1 },
      { title: 'No id' },
      null,
    ];
    expect(parseSighting({ ...visit, papers }).papers).toEqual([{ id: 'arxiv:1', title: 'Good' }]);
  });

  it('loses a field that is out of shape, and no paper', () => {
    const good = { id: 'arxiv:1', title: 'Good' };
    for (const bad of [
      { codeUrl: 'javascript:alert(1)' },
      { projectUrl: `https://example.com/${'x'.repeat(3000)}` },
      { abstract: 'x'.repeat(20_001) },
      { publishedAt: `2026-03-27T${'0'.repeat(60)}Z` },
      { aliases: ['no scheme'] },
      { upvotes: -1 },
      { authors: ['x'.repeat(201)] },
    ]) {
      expect(parseSighting({ ...visit, papers: [{ ...good, ...bad }] }).papers).toEqual([good]);
      const decided = {
        ...visit,
        paper: { ...good, ...bad },
        to: 'saved',
        click: { id: '1', at: 1 },
      };
      expect(parseDecide(decided).paper).toEqual(good);
    }
  });

  it('says which fields the page is not sure of', () => {
    const unsure = { id: 'arxiv:1', title: 'Good', unsure: ['title', 'abstract', 'aiSummary'] };
    const bad = { id: 'arxiv:2', unsure: ['authors'] };
    expect(parseSighting({ ...visit, papers: [unsure, bad] }).papers).toEqual([
      unsure,
      { id: 'arxiv:2' },
    ]);
  });

  it('out of shape is refused', () => {
    expect(() => parseSighting({ ...visit, visitAt: 'now', papers: [] })).toThrow();
    expect(() => parseSighting(undefined)).toThrow();
    expect(() => parseStates({ visitAt: 1, ids: ['no scheme'] })).toThrow();
    expect(() => parseDecide({ ...visit, paper: { id: 'arxiv:1' }, to: 'deleted' })).toThrow();
  });

  it('makes follow rules for an organisation or an author, and no other', () => {
    const draft = { effect: 'follow', subject: 'author', value: ' Ada Lovelace ' };
    const plain = { ...draft, value: 'Ada Lovelace' };
    expect(parseMakeRule({ draft: { ...draft, saves: true, tags: ['a'], id: '1' } })).toEqual({
      draft: plain,
    });
    for (const change of [
      { effect: 'mute' },
      { subject: 'phrase' },
      { subject: 'query' },
      { value: ' ' },
      { value: 'x'.repeat(301) },
    ])
      expect(() => parseMakeRule({ draft: { ...draft, ...change } })).toThrow();
    expect(() => parseMakeRule({})).toThrow();
  });
});
