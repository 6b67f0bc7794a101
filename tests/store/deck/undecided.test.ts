import { describe, expect, it } from 'vitest';
import { dayLength } from '../../../papers/record';
import { seenIn } from '../../../papers/seen';
import { changeMany } from '../../../store/actions/change';
import { undoAction } from '../../../store/actions/undo';
import { countUndecided } from '../../../store/deck/undecided';
import { listUndecidedDays } from '../../../store/deck/undecided-days';
import { recordsOf } from '../../../store/records/queries';
import { write } from '../../../store/records/writer';
import { decide } from '../../../store/words/decide';
import { paper, sightOn, useFreshStore } from '../../support/store';

useFreshStore();

const now = Date.UTC(2026, 2, 27, 12);

const glimpse = (...ids: string[]) =>
  write(async (writer) => {
    for (const id of ids) {
      const record = await writer.find(id);
      if (record) writer.put(record, seenIn(record, now));
    }
  });

const stateOf = async (id: string) => (await recordsOf([id]))[0]?.state;

describe('what waits for a decision', () => {
  it('is new, or was glimpsed within a month and is neither muted, put off nor decided on', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `url:${name}`);
    await sightOn('2026-03-26', 1000, ...ids.map((id) => paper(id)));
    await sightOn('2026-02-20', 1000, paper('url:old'));
    await glimpse('url:b', 'url:c', 'url:d', 'url:e', 'url:old');
    await changeMany(['url:c'], { kind: 'later' }, now);
    await decide(['url:d'], 'dismissed', now);
    await write(async (writer) => {
      const record = await writer.find('url:e');
      if (record) writer.put(record, { ...record, mutedBy: 'rule' });
    });
    expect(await countUndecided(now)).toEqual({ new: 2, seen: 1, muted: 0, followed: 0 });
    expect(await listUndecidedDays(now)).toEqual(['2026-03-26']);
    expect(await countUndecided(now - 10 * dayLength)).toMatchObject({ seen: 2 });
  });
});

describe('a paper that is put off', () => {
  it('stays so however often it is seen, until it is decided on or taken back', async () => {
    await sightOn('2026-03-26', 1000, paper('url:a'), paper('url:b'), paper('url:c'));
    await changeMany(['url:a', 'url:b', 'url:c'], { kind: 'later' }, now);
    await glimpse('url:a');
    expect(await stateOf('url:a')).toBe('later');
    await decide(['url:a'], 'undecided', now + 1);
    await decide(['url:b'], 'dismissed', now + 1);
    expect(await stateOf('url:a')).toBe('seen');
    const { action = 0 } = await changeMany(['url:c'], { kind: 'state', to: 'saved' }, now + 2);
    expect(await stateOf('url:c')).toBe('unread');
    await undoAction(action, now + 3);
    expect(await stateOf('url:c')).toBe('later');
    expect((await recordsOf(['url:b']))[0]?.laterAt).toBeUndefined();
  });

  it('comes back from the bin as what it was, and is new again when putting it off is undone', async () => {
    await sightOn('2026-03-26', 1000, paper('url:a'));
    const { action = 0 } = await changeMany(['url:a'], { kind: 'later' }, now);
    await decide(['url:a'], 'deleted', now + 1);
    await changeMany(['url:a'], { kind: 'restore' }, now + 2);
    expect(await stateOf('url:a')).toBe('later');
    await sightOn('2026-03-26', 1000, paper('url:b'));
    const { action: other = action } = await changeMany(['url:b'], { kind: 'later' }, now + 3);
    await undoAction(other, now + 4);
    expect(await stateOf('url:b')).toBe('new');
  });
});
