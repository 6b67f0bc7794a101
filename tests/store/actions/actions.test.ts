import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Change, changed } from '../../../papers/change';
import { changeMany } from '../../../store/actions/change';
import { listActions } from '../../../store/actions/list';
import { keptActions } from '../../../store/actions/recording';
import { undoAction, undoLast } from '../../../store/actions/undo';
import { connection } from '../../../store/database/connection';
import { purgeBin } from '../../../store/records/bin';
import { counts, recordsOf } from '../../../store/records/queries';
import { findInconsistencies } from '../../../store/upkeep/consistency';
import { decide, decideOnPage, star } from '../../../store/words/decide';
import { everything, sightMany } from '../../support/library';
import { paper, sightOn, useFreshStore } from '../../support/store';
import { setTags } from '../../support/tags';

useFreshStore();

const visit = { day: '2026-03-27', shows: 'digest', visitAt: 1000 } as const;
const later = 1e13;

/** A clock that goes on by itself. */
function clock(start: number): () => number {
  let now = start;
  return () => {
    now += 10;
    return now;
  };
}

const tag = fc.constantFrom('rl', 'RL', 'rl/offline', 'vision', 'Vision', '強化学習');
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    kind: fc.constant('state' as const),
    to: fc.constantFrom('unread', 'reading', 'read', 'dismissed', 'undecided', 'deleted'),
  }) as fc.Arbitrary<Change>,
  fc.constant<Change>({ kind: 'restore' }),
  fc.record({ kind: fc.constant('snooze' as const), until: fc.integer({ min: 0, max: 9e12 }) }),
  fc.record({
    kind: fc.constant('tag' as const),
    add: fc.array(tag, { maxLength: 2 }),
    remove: fc.array(tag, { maxLength: 2 }),
  }),
  fc.record({
    kind: fc.constant('retag' as const),
    keys: fc.constantFrom(['rl'], ['vision', 'rl']),
    to: fc.constantFrom('x', 'rl', 'vision'),
    withNested: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('star' as const), on: fc.boolean() }),
  fc.record({ kind: fc.constant('queue' as const), on: fc.boolean() }),
);

describe('an action', () => {
  it('and any others before it, undone one by one, leave the papers as they were', async () => {
    const ids = await sightMany(4);
    await decide(ids.slice(0, 2), 'read', 1100);
    await setTags('arxiv:1', ['RL', 'vision'], 1200);
    const given = fc.array(fc.tuple(change, fc.subarray(ids, { minLength: 1 })), { maxLength: 12 });
    const now = clock(2000);
    await fc.assert(
      fc.asyncProperty(given, async (steps) => {
        const before = await everything();
        const done: number[] = [];
        for (const [what, which] of steps) {
          const { action } = await changeMany(which, what, now());
          if (action !== undefined) done.push(action);
        }
        expect(await findInconsistencies()).toEqual([]);
        for (const id of done.toReversed()) await undoAction(id, now());
        expect(await everything()).toEqual(before);
        expect(await findInconsistencies()).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('undone out of turn never makes the store disagree with itself', async () => {
    const ids = await sightMany(3);
    const given = fc.array(change, { minLength: 2, maxLength: 8 });
    const now = clock(2000);
    await fc.assert(
      fc.asyncProperty(given, async (steps) => {
        const done: number[] = [];
        for (const what of steps) {
          const { action } = await changeMany(ids, what, now());
          if (action !== undefined) done.push(action);
        }
        for (const id of done) await undoAction(id, now());
        expect(await findInconsistencies()).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('says what was done, newest first, without what was undone', async () => {
    await sightMany(3);
    await decideOnPage(paper('arxiv:0'), 'unread', visit, 2000);
    await decide(['arxiv:0', 'arxiv:1'], 'unread', 2100);
    await decide(['arxiv:0', 'arxiv:1'], 'read', 2200);
    await setTags('arxiv:0', ['rl', 'Vision'], 2300);
    await setTags('arxiv:0', ['rl'], 2400);
    await star(['arxiv:0'], true, 2500);
    await changeMany(['arxiv:0', 'arxiv:1'], { kind: 'queue', on: true }, 2600);
    await changeMany(['arxiv:0'], { kind: 'snooze', until: 9000 }, 2700);
    await decide(['arxiv:0'], 'undecided', 2800);
    await changeMany(['arxiv:0'], { kind: 'restore' }, 2900);
    await decide(['arxiv:2'], 'dismissed', 3000);
    const undone = await decide(['arxiv:2'], 'undecided', 3100);
    await undoAction(undone.action ?? 0, 3200);
    const told = (await listActions()).map(({ kind, detail, total, done }) =>
      [kind, detail, done, total].join(' '),
    );
    expect(told).toEqual([
      'dismissed Paper arxiv:2 1 1',
      'restored Paper arxiv:0 1 1',
      'deleted Paper arxiv:0 1 1',
      'snoozed 9000 1 1',
      'queued  2 2',
      'starred Paper arxiv:0 1 1',
      'untagged Vision 1 1',
      'tagged rl, Vision 1 1',
      'status read 2 2',
      'saved  1 2',
      'saved Paper arxiv:0 1 1',
    ]);
  });

  it('that changes nothing is not recorded, nor is a repeated message', async () => {
    await decideOnPage(paper('arxiv:1'), 'unread', visit, 2000);
    await decideOnPage(paper('arxiv:1'), 'unread', visit, 2100);
    expect(await decide(['arxiv:1', 'arxiv:9'], 'unread', 2200)).toEqual({
      changed: 0,
      isWhole: true,
    });
    expect(await decide([], 'unread', 2200)).toMatchObject({ changed: 0 });
    expect(await listActions()).toHaveLength(1);
  });

  it('is kept until fifty newer ones have come', async () => {
    await sightMany(1);
    for (let at = 0; at < keptActions + 25; at += 1)
      await star(['arxiv:0'], at % 2 === 0, 2000 + at);
    const actions = await listActions();
    expect(actions).toHaveLength(keptActions);
    expect(actions[0]).toMatchObject({ kind: 'starred', at: 2000 + keptActions + 24 });
    const database = await connection();
    const kept = await database.count('actions');
    expect(kept).toBeLessThan(keptActions + 10);
    expect(kept).toBeGreaterThanOrEqual(keptActions);
    expect(await database.count('steps')).toBe(0);
  });

  it('of a page is undone by the last undo, with the place in the list', async () => {
    await decideOnPage(paper('arxiv:1'), 'unread', visit, 2000);
    await decideOnPage(paper('arxiv:1'), 'dismissed', visit, 2100);
    expect(await undoLast(2200)).toMatchObject({ action: { kind: 'dismissed' }, left: 0 });
    expect(await recordsOf(['arxiv:1'])).toMatchObject([{ state: 'unread', savedAt: 2000 }]);
    expect(await undoLast(2300)).toMatchObject({ action: { kind: 'saved' } });
    expect(await undoLast(2400)).toBeUndefined();
    expect(await counts()).toMatchObject({ unread: 0, new: 1 });
  });
});

describe('undo', () => {
  it('passes over papers that are gone for good', async () => {
    await sightMany(2);
    await decide(['arxiv:0', 'arxiv:1'], 'unread', 2000);
    const { action = 0 } = await star(['arxiv:0', 'arxiv:1'], true, 2100);
    await decide(['arxiv:0'], 'deleted', 2200);
    expect(await purgeBin(2200 + 31 * 86_400_000)).toBe(1);
    expect(await undoAction(action, later)).toEqual({ count: 1, left: 0 });
    expect(await recordsOf(['arxiv:0', 'arxiv:1'])).toMatchObject([{ id: 'arxiv:1' }]);
    expect((await recordsOf(['arxiv:1']))[0]).not.toHaveProperty('starred');
  });

  it('leaves a paper alone that was joined with another since', async () => {
    await sightMany(2);
    const { action = 0 } = await decide(['arxiv:1'], 'unread', 2000);
    await sightOn('2026-03-28', 3000, paper('doi:10.1/x', { aliases: ['arxiv:1'] }));
    await decide(['arxiv:0'], 'unread', 2000);
    await sightOn('2026-03-28', 3000, paper('arxiv:0'));
    expect(await undoAction(action, 4000)).toEqual({ count: 1, left: 0, back: 'new' });
  });

  it('with a clock set back a year works as ever', async () => {
    const year = 365 * 86_400_000;
    await sightMany(1);
    await decide(['arxiv:0'], 'unread', 2 * year);
    const { action = 0 } = await decide(['arxiv:0'], 'read', year);
    expect(await recordsOf(['arxiv:0'])).toMatchObject([{ state: 'read', readAt: year }]);
    await undoAction(action, year + 1);
    const [record] = await recordsOf(['arxiv:0']);
    expect(record).toMatchObject({ state: 'unread', savedAt: 2 * year });
    expect(record?.stamps.standing?.at).toBe(2 * year + 2);
    const now = { now: year, device: 'desk' };
    expect(record && changed(record, { kind: 'state', to: 'unread' }, now)).toBeUndefined();
  });
});
