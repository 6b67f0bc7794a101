import { describe, expect, it } from 'vitest';
import { undoSentence } from '../../wording/actions';

const all = { left: 0 };
const title = 'Sparse attention';

describe('the sentence about an undo', () => {
  it.each([
    [
      { kind: 'dismissed', done: 53 },
      { ...all, count: 53, back: 'new' },
      '53 papers are new again',
    ],
    [
      { kind: 'dismissed', detail: title, done: 1 },
      { ...all, count: 1, back: 'undecided' },
      '“Sparse attention” is undecided again',
    ],
    [
      { kind: 'tagged', detail: 'rl', done: 1 },
      { ...all, count: 1, back: 'new' },
      '1 paper is new again',
    ],
    [
      { kind: 'tagged', detail: 'rl', done: 40 },
      { ...all, count: 40 },
      '40 papers are without the tag “rl” again',
    ],
    [
      { kind: 'deleted', detail: title, done: 1 },
      { ...all, count: 1 },
      '“Sparse attention” is back where it was',
    ],
    [
      { kind: 'status', detail: 'read', done: 2 },
      { ...all, count: 2 },
      '2 papers have their former status again',
    ],
    [
      { kind: 'starred', done: 3 },
      { count: 2, left: 1 },
      '2 papers are without their stars again. You have decided otherwise on 1 paper since, so it stays as it is',
    ],
    [
      { kind: 'saved', detail: title, done: 1 },
      { count: 0, left: 1 },
      'Nothing was undone: you have decided otherwise on 1 paper since',
    ],
    [
      { kind: 'renamedTag', detail: 'b', from: 'a', done: 0 },
      { ...all, count: 0 },
      'That is undone',
    ],
  ] as const)('says what papers are now: %j, %j', (action, result, expected) => {
    expect(undoSentence(action, result)).toBe(expected);
  });
});
