import { describe, expect, it } from 'vitest';
import { type Change, changed } from '../../papers/change';
import { emptyRecord } from '../../papers/merge';
import { beforeOf, putBack } from '../../papers/own';
import { defined, type PaperRecord } from '../../papers/record';
import { withKeys } from '../../papers/record-keys';
import { retag } from '../../papers/retag';

function record(more: Partial<PaperRecord> = {}): PaperRecord {
  return withKeys({ ...emptyRecord('arxiv:1', 1000), upvotes: 7, ...more });
}

const saved = record({ state: 'unread', savedAt: 1500, savedUpvotes: 2 });
const clock = (now: number) => ({ now, device: 'desk' });
const said = (at: number) => ({ at, device: 'desk' });
const outcome = (paper: PaperRecord, change: Change, now = 2000) =>
  changed(paper, change, clock(now), 9);

describe('a change', () => {
  it('to saved notes when, and the upvotes then', () => {
    expect(outcome(record(), { kind: 'state', to: 'unread' })).toMatchObject({
      state: 'unread',
      savedAt: 2000,
      savedUpvotes: 7,
      stamps: { standing: said(2000) },
    });
    const unknown = outcome(defined({ ...record(), upvotes: undefined }) as PaperRecord, {
      kind: 'state',
      to: 'unread',
    });
    expect(unknown).not.toHaveProperty('savedUpvotes');
  });

  it('of status leaves the time of saving alone', () => {
    const read = outcome(saved, { kind: 'state', to: 'read' });
    expect(read).toMatchObject({ savedAt: 1500, savedUpvotes: 2, readAt: 2000 });
    const again = read && outcome(read, { kind: 'state', to: 'reading' }, 3000);
    expect(again).not.toHaveProperty('readAt');
  });

  it('that changes nothing is none', () => {
    const nothing: Change[] = [
      { kind: 'state', to: 'unread' },
      { kind: 'star', on: false },
      { kind: 'queue', on: false },
      { kind: 'restore' },
      { kind: 'tag', add: [' '], remove: ['x'] },
      { kind: 'retag', keys: ['x'], withNested: true },
    ];
    for (const change of nothing) expect(outcome(saved, change)).toBeUndefined();
  });

  it('to read leaves the queue, and a decision ends a snooze and its mark', () => {
    const queued = outcome(saved, { kind: 'queue', on: true });
    expect(queued).toMatchObject({ queueAt: 9, stamps: { queue: said(2000) } });
    expect(queued && outcome(queued, { kind: 'state', to: 'reading' })).toMatchObject({
      queueAt: 9,
    });
    for (const to of ['read', 'dismissed', 'deleted', 'undecided'] as const)
      expect(queued && outcome(queued, { kind: 'state', to })).not.toHaveProperty('queueAt');
    const snoozed = outcome(saved, { kind: 'snooze', until: 9000 });
    expect(snoozed).toMatchObject({ state: 'snoozed', snoozedUntil: 9000, savedAt: 1500 });
    const back = snoozed && outcome(snoozed, { kind: 'state', to: 'unread' });
    expect(back).toMatchObject({ state: 'unread' });
    expect(back).not.toHaveProperty('snoozedUntil');
    const woke = record({ state: 'unread', savedAt: 1500, wokeAt: 1700 });
    expect(outcome(woke, { kind: 'state', to: 'unread' })).not.toHaveProperty('wokeAt');
  });

  it('to read next is for saved papers, and wakes a snoozed one', () => {
    expect(outcome(record(), { kind: 'queue', on: true })).toBeUndefined();
    const snoozed = outcome(saved, { kind: 'snooze', until: 9000 });
    const awake = snoozed && outcome(snoozed, { kind: 'queue', on: true });
    expect(awake).toMatchObject({ state: 'unread', queueAt: 9 });
  });

  it('into the bin and out of it gives everything back', () => {
    const whole = record({
      state: 'read',
      savedAt: 1500,
      savedUpvotes: 2,
      readAt: 1600,
      tags: ['rl'],
      starred: true,
    });
    const binned = outcome(whole, { kind: 'state', to: 'deleted' });
    expect(binned).toMatchObject({ deletedFrom: 'read', tags: ['rl'], starred: true });
    const back = binned && outcome(binned, { kind: 'restore' }, 3000);
    const stamps = { standing: said(3000) };
    expect(back).toEqual({ ...whole, sortAt: expect.any(Number), stamps });
    const snoozed = record({ state: 'snoozed', snoozedUntil: 9000, savedAt: 1500 });
    expect(outcome(snoozed, { kind: 'state', to: 'deleted' })?.deletedFrom).toBe('unread');
    const old = record({ state: 'deleted', savedAt: 1500 });
    expect(outcome(old, { kind: 'restore' })?.state).toBe('unread');
  });

  it('with a clock that was set back makes every stamp a later one', () => {
    const read = outcome(saved, { kind: 'state', to: 'read' }) ?? saved;
    expect(outcome(read, { kind: 'state', to: 'unread' }, 500)).toMatchObject({
      stamps: { standing: said(2001) },
    });
  });
});

describe('a change taken back', () => {
  it('leaves alone what it did not touch, and what was tagged since', () => {
    const paper = outcome(saved, { kind: 'tag', add: ['One', 'two'], remove: [] }, 1600) ?? saved;
    const tagged = outcome(paper, { kind: 'tag', add: ['three'], remove: ['one'] }) ?? paper;
    const before = beforeOf(paper, tagged);
    expect(putBack(tagged, before, clock(3000)).record?.tags).toEqual(['One', 'two']);
    const since = outcome(tagged, { kind: 'tag', add: ['four'], remove: ['one'] }, 2500) ?? tagged;
    const read = outcome(since, { kind: 'state', to: 'read' }, 2600) ?? since;
    expect(putBack(read, before, clock(3000)).record).toMatchObject({
      tags: ['One', 'two', 'four'],
      state: 'read',
      stamps: { standing: said(2600) },
    });
  });

  it('leaves alone what the reader has decided since', () => {
    const read = outcome(saved, { kind: 'state', to: 'read' }) ?? saved;
    const before = beforeOf(saved, read);
    const snoozed = outcome(read, { kind: 'snooze', until: 9000 }, 2500) ?? read;
    expect(putBack(snoozed, before, clock(3000))).toEqual({ isSaidSince: true });
    const awake = putBack(snoozed, beforeOf(read, snoozed), clock(3000)).record ?? snoozed;
    expect(awake).toMatchObject({ state: 'read' });
    expect(awake).not.toHaveProperty('snoozedUntil');
    expect(putBack(awake, before, clock(4000)).record).toMatchObject({ state: 'unread' });
  });
});

describe('a tag renamed', () => {
  it('takes those below it along when told to, spelled as they were', () => {
    const tags = ['RL', 'rl/Offline', 'rlhf', 'Rl/deep/Sea'];
    expect(retag(tags, ['rl'], 'New', false)).toEqual(['New', 'rl/Offline', 'rlhf', 'Rl/deep/Sea']);
    expect(retag(tags, ['rl'], 'New', true)).toEqual([
      'New',
      'New/Offline',
      'rlhf',
      'New/deep/Sea',
    ]);
    expect(retag(tags, ['rl'], undefined, true)).toEqual(['rlhf']);
    expect(retag(['℅/x', 'c/o'], ['c'], 'd', true)).toEqual(['d/o/x', 'd/o']);
  });

  it('into one that is there becomes one with it', () => {
    expect(retag(['a', 'B', 'c'], ['a'], 'b', false)).toEqual(['b', 'c']);
  });
});
