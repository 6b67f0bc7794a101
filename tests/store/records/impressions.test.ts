import { describe, expect, it } from 'vitest';
import { changeMany } from '../../../store/actions/change';
import { undoLast } from '../../../store/actions/undo';
import { connection } from '../../../store/database/connection';
import { impressionStore } from '../../../store/database/schema';
import { endVisit, endVisitsBefore, noteImpressions } from '../../../store/records/impressions';
import { counts, recordsOf } from '../../../store/records/queries';
import { decide } from '../../../store/words/decide';
import { paper, sightOn, useFreshStore } from '../../support/store';

useFreshStore();

const impressionsLeft = async () => (await connection()).count(impressionStore);

describe('an impression', () => {
  it('makes a paper seen when the visit is over, and not before', async () => {
    await sightOn('2026-03-27', 1000, paper('arxiv:1'), paper('arxiv:2'));
    await noteImpressions(['arxiv:1'], 1000);
    expect(await counts()).toMatchObject({ new: 2, seen: 0 });
    await endVisit(999);
    expect(await counts()).toMatchObject({ new: 2, seen: 0 });
    await endVisit(1000);
    expect(await counts()).toMatchObject({ new: 1, seen: 1 });
    expect(await recordsOf(['arxiv:1'])).toMatchObject([{ state: 'seen', seenAt: 1000 }]);
    expect(await impressionsLeft()).toBe(0);
  });

  it('counts when the next visit begins, if nobody told of the end', async () => {
    await sightOn('2026-03-27', 1000, paper('arxiv:1'), paper('arxiv:2'));
    await noteImpressions(['arxiv:1'], 1000);
    const later = await sightOn('2026-03-27', 2000, paper('arxiv:1'), paper('arxiv:2'));
    expect(later).toEqual({ 'arxiv:1': 'seen', 'arxiv:2': 'new' });
  });

  it('counts after a restart of the browser', async () => {
    await sightOn('2026-03-27', 1000, paper('arxiv:1'));
    await noteImpressions(['arxiv:1'], 1000);
    await endVisitsBefore(1000);
    expect(await counts()).toMatchObject({ new: 1 });
    await endVisitsBefore(1001);
    expect(await counts()).toMatchObject({ new: 0, seen: 1 });
  });

  it('counts when the first of two tabs that show the paper is left', async () => {
    await sightOn('2026-03-27', 1000, paper('arxiv:1'));
    await sightOn('2026-03-27', 2000, paper('arxiv:1'));
    await noteImpressions(['arxiv:1'], 1000);
    await noteImpressions(['arxiv:1'], 2000);
    await endVisit(2000);
    expect(await recordsOf(['arxiv:1'])).toMatchObject([{ state: 'seen', seenAt: 2000 }]);
    await endVisit(1000);
    expect(await impressionsLeft()).toBe(0);
  });

  it('leaves a decision alone, and lasts when that is taken back', async () => {
    await sightOn('2026-03-27', 1000, paper('arxiv:1'));
    await noteImpressions(['arxiv:1'], 1000);
    await decide(['arxiv:1'], 'unread', 1100);
    await endVisit(1000);
    expect(await counts()).toMatchObject({ unread: 1, seen: 0 });
    await decide(['arxiv:1'], 'undecided', 1200);
    expect(await counts()).toMatchObject({ unread: 0, seen: 1 });
  });

  it('of a paper that is not stored is forgotten', async () => {
    await noteImpressions(['arxiv:9'], 1000);
    await endVisit(1000);
    expect(await impressionsLeft()).toBe(0);
  });
});

describe('an undo after the visit is over', () => {
  it('makes a paper seen that was on screen, and new again one that was not', async () => {
    await sightOn('2026-03-27', 1000, paper('arxiv:1'), paper('arxiv:2'));
    await noteImpressions(['arxiv:1'], 1000);
    await decide(['arxiv:1', 'arxiv:2'], 'dismissed', 1100);
    await endVisit(1000);
    await undoLast(1200);
    expect(await recordsOf(['arxiv:1', 'arxiv:2'])).toMatchObject([
      { state: 'seen', seenAt: 1000 },
      { state: 'new' },
    ]);
    expect(await counts()).toMatchObject({ new: 1, seen: 1 });
  });
});

describe('later', () => {
  it('puts a paper off, and can be undone', async () => {
    await sightOn('2026-03-27', 1000, paper('arxiv:1'));
    expect((await changeMany(['arxiv:1'], { kind: 'later' }, 2000)).changed).toBe(1);
    expect(await recordsOf(['arxiv:1'])).toMatchObject([
      { state: 'later', seenAt: 2000, laterAt: 2000 },
    ]);
    expect(await undoLast(3000)).toMatchObject({
      action: { kind: 'later', detail: 'Paper arxiv:1' },
    });
    const [record] = await recordsOf(['arxiv:1']);
    expect(record?.state).toBe('new');
    expect(record?.seenAt).toBeUndefined();
  });

  it('leaves decided papers alone', async () => {
    await sightOn('2026-03-27', 1000, paper('arxiv:1'));
    await decide(['arxiv:1'], 'unread', 1100);
    expect((await changeMany(['arxiv:1'], { kind: 'later' }, 2000)).changed).toBe(0);
  });
});
