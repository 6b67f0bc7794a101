import { describe, expect, it } from 'vitest';
import type { PaperWords } from '../../sync/local';
import { isPurged, rebased } from '../../sync/rebase';

const stamp = (at: number, device = 'a') => ({ at, device });
const gone = { value: { deletedAt: 9, firstSeenAt: 1 }, stamp: stamp(9) };
const tagged = (name: string, isOn: boolean, at = 1): PaperWords => ({
  words: { tags: { vision: { value: { name, isOn }, stamp: stamp(at) } } },
});
const noted = (text: string, at: number, device: string, seen = {}): PaperWords['words'] => ({
  note: { versions: [{ text, stamp: stamp(at, device) }], seen: { ...seen, [device]: at } },
});

describe('what stands here', () => {
  it('follows a purge, also where the store keeps less of a word than the documents', () => {
    const after: PaperWords = { words: {}, gone };
    const next = rebased(tagged('vision', false), tagged('Vision', false), after);
    expect(next).toEqual(after);
    expect(isPurged(next)).toBe(true);
  });

  it('keeps what was said here since, and takes the rest away with the purge', () => {
    const before: PaperWords = {
      words: { ...tagged('Vision', true).words, ...noted('Old.', 1, 'a') },
    };
    const here: PaperWords = { words: { ...before.words, ...noted('New.', 2, 'b', { a: 1 }) } };
    const next = rebased(here, before, { words: {}, gone });
    expect(next).toEqual({ words: noted('New.', 2, 'b', { a: 1 }), gone });
    expect(isPurged(next)).toBe(false);
  });

  it('does not bring what was purged here back with a word of another device', () => {
    const before: PaperWords = {
      words: { ...tagged('Vision', true).words, ...noted('Old.', 1, 'a') },
    };
    const after: PaperWords = { words: { ...before.words, ...noted('New.', 2, 'b', { a: 1 }) } };
    const next = rebased({ words: {}, gone }, before, after);
    expect(next).toEqual({ words: noted('New.', 2, 'b', { a: 1 }), gone });
  });

  it.each(['reading', 'unread'] as const)(
    'is one of two states that a profile and its copy gave in one millisecond, whoever has which: %s',
    (mine) => {
      const theirs = mine === 'reading' ? 'unread' : 'reading';
      const standing = (state: 'reading' | 'unread', at: number): PaperWords => ({
        words: { standing: { value: { state, savedAt: 5 }, stamp: stamp(at) } },
      });
      const next = rebased(standing(mine, 7), standing('unread', 6), standing(theirs, 7));
      expect(next).toEqual(standing('unread', 7));
    },
  );

  it('is the same when it is worked out twice', () => {
    const before = tagged('Vision', true);
    const after: PaperWords = {
      words: { ...tagged('Vision', false, 3).words, ...noted('A.', 2, 'b') },
    };
    const here: PaperWords = { words: { ...before.words, ...noted('B.', 2, 'c') } };
    const once = rebased(here, before, after);
    expect(rebased(once, before, after)).toEqual(once);
    expect(once.words.note?.versions).toHaveLength(2);
  });
});

describe('a purge', () => {
  const words: readonly (readonly [PaperWords['words'], boolean])[] = [
    [{}, true],
    [tagged('Vision', false).words, true],
    [tagged('Vision', true).words, false],
    [noted('', 1, 'a'), true],
    [noted('A thought.', 1, 'a'), false],
    [{ starred: { value: false, stamp: stamp(1) } }, true],
    [{ starred: { value: true, stamp: stamp(1) } }, false],
    [{ queue: { value: null, stamp: stamp(1) } }, true],
    [{ queue: { value: 0, stamp: stamp(1) } }, false],
    [{ openings: { value: { at: 1, count: 2 }, stamp: stamp(1) } }, true],
    [{ standing: { value: { state: 'deleted' }, stamp: stamp(1) } }, true],
    [{ standing: { value: { state: 'reading' }, stamp: stamp(1) } }, false],
    [{ standing: { value: { state: 'later' }, stamp: stamp(1) } }, false],
  ];

  it.each(words)('stands beside %j: %s', (said, isStanding) => {
    expect(isPurged({ words: said, gone })).toBe(isStanding);
    expect(isPurged({ words: said })).toBe(false);
  });
});
