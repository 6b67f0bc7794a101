import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeNotes, noteStamp, noteText, rewritten } from '../../../papers/words/note';
import { canonical, compareStamps, nextStamp } from '../../../papers/words/stamp';
import { mergeWords, type Words } from '../../../papers/words/words';

const devices = ['laptop', 'desk', 'phone'] as const;
const tags = ['rl', 'agents', '__proto__', 'constructor'] as const;
const states = ['unread', 'read', 'dismissed', 'deleted', 'seen'] as const;

/** What somebody does on one of three devices, whose clocks are anywhere; `sync` takes over another's words. */
type Step = { readonly on: number; readonly now: number } & (
  | { readonly does: 'decide'; readonly state: (typeof states)[number] }
  | { readonly does: 'tag'; readonly tag: (typeof tags)[number]; readonly isOn: boolean }
  | { readonly does: 'note'; readonly text: string }
  | { readonly does: 'star'; readonly isOn: boolean }
  | { readonly does: 'queue'; readonly place: number | null }
  | { readonly does: 'open' }
  | { readonly does: 'sync'; readonly from: number }
);

const who = { on: fc.nat(2), now: fc.integer({ min: -5, max: 60 }) };
const steps = fc.array(
  fc.oneof(
    fc.record({ ...who, does: fc.constant('decide'), state: fc.constantFrom(...states) }),
    fc.record({
      ...who,
      does: fc.constant('tag'),
      tag: fc.constantFrom(...tags),
      isOn: fc.boolean(),
    }),
    fc.record({
      ...who,
      does: fc.constant('note'),
      text: fc.constantFrom('', 'one', 'two', 'three', 'one and two'),
    }),
    fc.record({ ...who, does: fc.constant('star'), isOn: fc.boolean() }),
    fc.record({
      ...who,
      does: fc.constant('queue'),
      place: fc.option(fc.nat(5), { nil: null }),
    }),
    fc.record({ ...who, does: fc.constant('open') }),
    fc.record({ ...who, does: fc.constant('sync'), from: fc.nat(2) }),
  ) as fc.Arbitrary<Step>,
  { maxLength: 25 },
);

function said(words: Words, step: Step, device: string, others: readonly Words[]): Words {
  const stamp = (before: { stamp: Parameters<typeof nextStamp>[2] } | undefined) =>
    nextStamp(step.now, device, before?.stamp);
  switch (step.does) {
    case 'decide':
      return {
        ...words,
        standing: { value: { state: step.state }, stamp: stamp(words.standing) },
      };
    case 'tag': {
      const before =
        words.tags && Object.hasOwn(words.tags, step.tag) ? words.tags[step.tag] : undefined;
      const word = { value: { name: step.tag, isOn: step.isOn }, stamp: stamp(before) };
      return {
        ...words,
        tags: Object.fromEntries([...Object.entries(words.tags ?? {}), [step.tag, word]]),
      };
    }
    case 'note':
      return {
        ...words,
        note: rewritten(words.note, step.text, nextStamp(step.now, device, noteStamp(words.note))),
      };
    case 'star':
      return { ...words, starred: { value: step.isOn, stamp: stamp(words.starred) } };
    case 'queue':
      return { ...words, queue: { value: step.place, stamp: stamp(words.queue) } };
    case 'open': {
      const count = (words.openings?.value.count ?? 0) + 1;
      return {
        ...words,
        openings: { value: { at: step.now, count }, stamp: stamp(words.openings) },
      };
    }
    case 'sync':
      return mergeWords(words, others[step.from] ?? {});
  }
}

/** What three devices hold after a history. */
function live(history: readonly Step[]): readonly Words[] {
  const held: Words[] = devices.map(() => ({}));
  for (const step of history)
    held[step.on] = said(held[step.on] ?? {}, step, devices[step.on] ?? '', held);
  return held;
}

describe('words merge', () => {
  test('in any order, with repeats, to the same end', () => {
    fc.assert(
      fc.property(steps, (history) => {
        const [a = {}, b = {}, c = {}] = live(history);
        const end = canonical(mergeWords(mergeWords(a, b), c));
        expect(canonical(mergeWords(a, mergeWords(b, c)))).toBe(end);
        expect(canonical(mergeWords(mergeWords(c, a), b))).toBe(end);
        expect(canonical(mergeWords(mergeWords(c, b), mergeWords(a, mergeWords(b, b))))).toBe(end);
        expect(canonical(mergeWords(a, a))).toBe(canonical(mergeWords(a, {})));
      }),
      { numRuns: 2000 },
    );
  });

  test('what a device says last on a word stands there, whatever its clock does', () => {
    fc.assert(
      fc.property(steps, (history) => {
        const held = live(history);
        const step: Step = { on: 0, now: -5, does: 'decide', state: 'read' };
        const mine = said(held[0] ?? {}, step, 'laptop', held);
        expect(mergeWords(held[0] ?? {}, mine).standing?.value.state).toBe('read');
      }),
    );
  });

  test('no text is lost that nobody replaced', () => {
    fc.assert(
      fc.property(steps, (history) => {
        const held = live(history);
        const merged = held.reduce(mergeWords, {});
        const shown = noteText(merged.note, '---');
        for (const { note } of held)
          for (const { text, stamp } of note?.versions ?? []) {
            const isReplaced = held.some(
              (other) =>
                (other.note?.seen[stamp.device] ?? Number.NEGATIVE_INFINITY) >= stamp.at &&
                !other.note?.versions.some((version) => compareStamps(version.stamp, stamp) === 0),
            );
            if (!isReplaced) expect(shown).toContain(text);
          }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('notes', () => {
  const at = (time: number, device: string) => ({ at: time, device });

  test('written apart are both kept, once, however often they are merged', () => {
    const mine = rewritten(undefined, 'Compare with ours.', at(1, 'laptop'));
    const theirs = rewritten(undefined, 'Ask Ada.', at(2, 'desk'));
    const merged = mergeNotes(mergeNotes(mine, theirs), mergeNotes(theirs, mine));
    expect(noteText(merged, '—')).toBe('Compare with ours.\n\n—\nAsk Ada.');
  });

  test('deleted stay deleted when an older copy comes back', () => {
    const before = rewritten(undefined, 'Compare with ours.', at(1, 'laptop'));
    const after = rewritten(before, '', at(5, 'laptop'));
    expect(noteText(mergeNotes(after, before), '—')).toBe('');
    expect(noteText(mergeNotes(before, after), '—')).toBe('');
  });

  test('of one stamp are both kept', () => {
    const one = rewritten(undefined, 'one', at(1, ''));
    const other = rewritten(undefined, 'other', at(1, ''));
    expect(noteText(mergeNotes(one, other), '—')).toBe('one\n\n—\nother');
    expect(canonical(mergeNotes(one, other))).toBe(canonical(mergeNotes(other, one)));
  });
});

test('a stamp is greater than every one it follows', () => {
  expect(nextStamp(5, 'desk', { at: 9, device: 'phone' })).toEqual({ at: 10, device: 'desk' });
  expect(nextStamp(50, 'desk', undefined)).toEqual({ at: 50, device: 'desk' });
});
