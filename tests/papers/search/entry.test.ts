import { describe, expect, it } from 'vitest';
import type { PaperRecord } from '../../../papers/record';
import { hasSameHead, headOf } from '../../../papers/search/entry';

const record: PaperRecord = {
  id: 'arxiv:1',
  aliases: ['arxiv:2'],
  title: 'A title',
  authors: ['Ada Lovelace'],
  authorCount: 1,
  organization: 'Analytical',
  publishedAt: '2026-03-27T00:00:00Z',
  dailyAt: '2026-03-28T00:00:00Z',
  upvotes: 3,
  comments: 1,
  codeUrl: 'https://example.org/code',
  codeStars: 5,
  state: 'unread',
  tags: ['rl'],
  hasNote: false,
  starred: true,
  openedAt: 10,
  openedCount: 1,
  queueAt: 2,
  savedAt: 5,
  seenAt: 4,
  sites: ['huggingface'],
  firstSeenAt: 1,
  lastSeenAt: 2,
  stamps: {},
  day: '2026-03-28',
  sortAt: 5,
};

/** Another value than it has, of the same kind. */
function other(value: unknown): unknown {
  if (typeof value === 'string') return `${value}x`;
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  return Array.isArray(value) ? [...value, 'x'] : { note: { at: 1, device: '' } };
}

const heads = (one: PaperRecord) => headOf(one, undefined, '', one.sites ?? []);

describe('whether two records have the same head', () => {
  it.each(Object.entries(record))(
    'is not said of two with another %s where it counts',
    (field, value) => {
      const changed = { ...record, [field]: other(value) } as PaperRecord;
      const isSame = JSON.stringify(heads(changed)) === JSON.stringify(heads(record));
      expect(isSame || !hasSameHead(record, changed)).toBe(true);
    },
  );

  it('is said of one that was seen again, however it was read', () => {
    const again = { ...structuredClone(record), lastSeenAt: 9, seenAt: 9, comments: 2 };
    expect(hasSameHead(record, again)).toBe(true);
    const { starred: _starred, ...plain } = record;
    expect(hasSameHead(record, plain)).toBe(false);
    expect(hasSameHead(plain, record)).toBe(false);
  });
});
