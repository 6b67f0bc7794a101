import { describe, expect, it } from 'vitest';
import { isoDay } from '../../../papers/record';
import { undoAction } from '../../../store/actions/undo';
import { countNewOn } from '../../../store/days/days';
import { countUndecided } from '../../../store/deck/undecided';
import { listWaiting } from '../../../store/deck/waiting-papers';
import { endVisit, noteImpressions } from '../../../store/records/impressions';
import { counts } from '../../../store/records/queries';
import { recordSighting } from '../../../store/records/sightings';
import { readUnsaved } from '../../../store/search/unsaved';
import { age } from '../../../store/upkeep/growth';
import { countAsked } from '../../../store/words/decide';
import { inDays, start, stateOf } from '../../support/aging';
import { paper, sightOn, useFreshStore } from '../../support/store';

useFreshStore();

const today = isoDay(start);
const old = '2026-02-16';
const visitAt = start + 1000;
const countsFrom = isoDay(inDays(-3));
const request = (now: number) => ({ id: `click at ${now}`, at: now, now });

/** Opens the page of a day. */
const open = (day: string, ids: readonly string[], at = visitAt) =>
  recordSighting({
    digest: `huggingface:day:${day}`,
    day,
    shows: 'digest',
    visitAt: at,
    papers: ids.map((id) => paper(id)),
    countsFrom,
  });

describe('the page of a day before those that are kept', () => {
  it('adds to no count of new papers, and loses none of them', async () => {
    await sightOn(today, start, paper('arxiv:1'));
    await open(old, ['arxiv:2', 'arxiv:3']);
    expect(await countUndecided(visitAt)).toMatchObject({ new: 1, seen: 0 });
    expect((await countNewOn([old])).get(old)).toBe(0);
    expect((await listWaiting(visitAt)).map(({ id }) => id)).toEqual(['arxiv:1']);
    expect((await readUnsaved('missed')).map(({ head }) => head.id).sort()).toEqual([
      'arxiv:2',
      'arxiv:3',
    ]);
  });

  it('leaves alone what was new before, and what is on it a second time', async () => {
    await sightOn(today, start, paper('arxiv:1'));
    await open(old, ['arxiv:1', 'arxiv:2']);
    await open(old, ['arxiv:1', 'arxiv:2'], visitAt + 1);
    expect(await counts()).toMatchObject({ new: 1, missed: 1 });
  });

  it('is where papers are seen as on any other', async () => {
    await open(old, ['arxiv:2']);
    await noteImpressions(['arxiv:2'], visitAt);
    await endVisit(visitAt);
    expect(await counts()).toMatchObject({ new: 0, missed: 0, seen: 1 });
  });

  it('says nothing of a paper that a list which is kept has as well', async () => {
    await open(old, ['arxiv:2', 'arxiv:3']);
    const digest = `huggingface:day:${today}`;
    const asked = { digest, day: today, shows: 'poll', visitAt: visitAt + 1 } as const;
    await recordSighting({ ...asked, papers: [paper('arxiv:2')] });
    expect(await stateOf('arxiv:2')).toBe('new');
    expect(await stateOf('arxiv:3')).toBe('missed');
  });

  it('is told by the day under which each paper was listed where the page has none', async () => {
    const papers = [
      paper('arxiv:2', { dailyAt: `${old}T08:00:00.000Z` }),
      paper('arxiv:3', { dailyAt: `${today}T08:00:00.000Z` }),
      paper('arxiv:4'),
    ];
    const month = { digest: 'huggingface:month:2026-02', shows: 'digest', visitAt } as const;
    await recordSighting({ ...month, papers, countsFrom });
    expect(await counts()).toMatchObject({ new: 2, missed: 1 });
  });
});

describe('a day that the reader has counted', () => {
  it('is new everywhere, once, until an undo', async () => {
    await open(old, ['arxiv:2', 'arxiv:3']);
    const now = visitAt + 5000;
    const { action = 0, changed } = await countAsked(['arxiv:2', 'arxiv:3'], request(now));
    expect(changed).toBe(2);
    expect(await countUndecided(now)).toMatchObject({ new: 2 });
    expect((await countNewOn([old])).get(old)).toBe(2);
    expect(await listWaiting(now)).toHaveLength(2);
    expect((await countAsked(['arxiv:2'], request(now))).action).toBe(action);
    await open(old, ['arxiv:2', 'arxiv:3'], now + 1);
    expect(await counts()).toMatchObject({ new: 2 });
    expect(await undoAction(action, now + 2)).toMatchObject({ count: 2, left: 0 });
    expect(await counts()).toMatchObject({ new: 0, missed: 2 });
  });

  it('waits for another month and is missed then', async () => {
    await open(old, ['arxiv:2']);
    await countAsked(['arxiv:2'], request(inDays(20)));
    await age(inDays(49), false);
    expect(await stateOf('arxiv:2')).toBe('new');
    await age(inDays(51), false);
    expect(await stateOf('arxiv:2')).toBe('missed');
  });

  it('takes none that was seen or decided on', async () => {
    await open(old, ['arxiv:2', 'arxiv:3']);
    await noteImpressions(['arxiv:2'], visitAt);
    await endVisit(visitAt);
    await countAsked(['arxiv:2', 'arxiv:3'], request(visitAt + 5));
    expect(await counts()).toMatchObject({ new: 1, seen: 1, missed: 0 });
  });

  it('is what the deck goes through where it is asked for by name', async () => {
    await open(old, ['arxiv:2', 'arxiv:3']);
    expect(await listWaiting(visitAt, { days: [old] })).toHaveLength(2);
    expect(await listWaiting(visitAt, { days: [today] })).toEqual([]);
  });
});
