import { describe, expect, it } from 'vitest';
import { parse } from '../../../papers/query/parse';
import type { PaperRecord } from '../../../papers/record';
import { affects } from '../../../papers/search/affects';
import { bodyOf, type Entry, headOf } from '../../../papers/search/entry';
import type { Order } from '../../../papers/search/order';

const record: PaperRecord = {
  id: 'arxiv:1',
  title: 'On needles',
  authors: ['Ada Lovelace'],
  tags: ['rl'],
  state: 'unread',
  savedAt: 1000,
  day: '2026-03-27',
  firstSeenAt: 900,
  sightings: {},
  stamps: {},
  hasNote: false,
  sortAt: 1000,
} as never;

function entry(change: Partial<PaperRecord> = {}, note = ''): Entry {
  const after = { ...record, hasNote: note !== '', ...change };
  return { head: headOf(after, undefined, note, ['arxiv']), body: bodyOf(undefined, note) };
}

const isAffected = (
  query: string,
  before: Entry | undefined,
  after: Entry | undefined,
  order: Order = 'best',
) => affects(parse(query).query, order, [{ before, after }], '2026-03-28');

describe('what a search finds', () => {
  const plain = entry();

  it.each([
    ['', 'a note', plain, entry({}, 'mine'), false],
    ['needles', 'a note without its words', plain, entry({}, 'mine'), false],
    ['mine', 'a note with its words', plain, entry({}, 'mine'), true],
    ['needles', 'a note with its words, too', plain, entry({}, 'needles'), false],
    ['has:note', 'a first note', plain, entry({}, 'mine'), true],
    ['has:note', 'a further note', entry({}, 'mine'), entry({}, 'mine too'), false],
    ['', 'a tag, which is a facet', plain, entry({ tags: ['rl', 'new'] }), true],
    ['', 'another status, which is a facet', plain, entry({ state: 'read' }), true],
    [
      'is:read',
      'another status of what it does not find',
      plain,
      entry({ state: 'reading' }),
      false,
    ],
    ['is:read', 'another status, by which it is found', plain, entry({ state: 'read' }), true],
    [
      'is:unread',
      'another status, by which it is not found',
      plain,
      entry({ state: 'read' }),
      true,
    ],
    ['is:read', 'a paper that was taken off the list', plain, undefined, false],
    ['', 'a paper that was taken off the list', plain, undefined, true],
    ['', 'a paper that came', undefined, plain, true],
    ['haystack', 'a paper that came without its words', undefined, plain, false],
    ['is:new', 'any, since it looks among papers that are not saved', undefined, undefined, true],
    ['arxiv:2603.10002', 'any, since it names a paper', plain, plain, true],
  ])('“%s” is concerned as it should be by %s', (query, _, before, after, expected) => {
    expect(isAffected(query, before, after)).toBe(expected);
  });

  it('is concerned by a title where that is the order, and else where its words are', () => {
    const renamed = entry({ title: 'On pins' });
    expect(isAffected('', plain, renamed, 'title')).toBe(true);
    expect(isAffected('', plain, renamed, 'saved')).toBe(false);
    expect(isAffected('needles', plain, renamed, 'saved')).toBe(true);
  });

  it('is concerned by no change at all where it looks among saved papers', () => {
    expect(affects(parse('needles').query, 'best', [], '2026-03-28')).toBe(false);
  });
});
