import { describe, expect, it } from 'vitest';
import { connection } from '../../../store/database/connection';
import { countNewOn, listKey, readDays } from '../../../store/days/days';
import { readMorning } from '../../../store/days/morning';
import { neighbourDays } from '../../../store/days/neighbour-days';
import { countUndecided } from '../../../store/deck/undecided';
import { listUndecidedDays } from '../../../store/deck/undecided-days';
import { listWaiting } from '../../../store/deck/waiting-papers';
import { endVisit, noteImpressions } from '../../../store/records/impressions';
import { counts, recordsOf } from '../../../store/records/queries';
import { type PageSighting, recordSighting } from '../../../store/records/sightings';
import { countAsked, decideOnPage } from '../../../store/words/decide';
import { paper, useFreshStore } from '../../support/store';

useFreshStore();

const now = Date.parse('2026-08-12T09:00:00Z');
const day = '2026-08-12';
const ids = ['arxiv:2608.00001', 'arxiv:2608.00002', 'arxiv:2608.00003'];

/** A list of arXiv that the reader does not follow is opened. */
function openList(more: Partial<PageSighting> = {}) {
  const digest = `arxiv:list:cs.CL:${day}`;
  const papers = ids.map((id) => paper(id));
  return recordSighting({
    ...{ digest, shows: 'digest', visitAt: now, papers, isOffList: true, countsFrom: '2026-08-01' },
    ...more,
  });
}

const openDay = (listed: readonly string[], visitAt = now + 1000) =>
  recordSighting({
    ...{ digest: `huggingface:day:${day}`, day, shows: 'digest', visitAt, countsFrom: day },
    papers: listed.map((id) => paper(id)),
  });

async function everyCount() {
  const { new: fresh, missed, seen } = await counts();
  const waiting = await countUndecided(now);
  const onDay = await countNewOn([day]);
  return {
    ...{ fresh, missed, waiting: waiting.new, glimpsed: waiting.seen, onDay: onDay.get(day) },
    ...{
      deck: (await listWaiting(now, { days: [day] })).length,
      days: await listUndecidedDays(now),
      seen,
    },
  };
}

const nothing = { fresh: 0, missed: 0, waiting: 0, glimpsed: 0, onDay: 0, deck: 0, days: [] };

describe('papers of a list that the reader does not follow', () => {
  it('are on the page to be decided on, and count nowhere', async () => {
    expect(await openList()).toEqual(Object.fromEntries(ids.map((id) => [id, 'missed'])));
    expect(await everyCount()).toMatchObject(nothing);
  });

  it('count nowhere when they were on screen, either', async () => {
    await openList();
    await noteImpressions(ids.slice(0, 2), now);
    await endVisit(now);
    const states = (await recordsOf(ids)).map(({ state }) => state);
    expect(states).toEqual(['seen', 'seen', 'missed']);
    expect(await everyCount()).toMatchObject(nothing);
  });

  it('count when a day of Daily Papers has them, the same day even', async () => {
    await openList();
    await noteImpressions(ids.slice(0, 1), now);
    await endVisit(now);
    await openDay(ids.slice(0, 2));
    expect(await everyCount()).toMatchObject({ fresh: 1, glimpsed: 1, onDay: 1, days: [day] });
    const [first, second, third] = await recordsOf(ids);
    expect([first?.firstDay, second?.firstDay, third?.firstDay]).toEqual([day, day, undefined]);
  });

  it('take nothing from papers that count already', async () => {
    await openDay(ids.slice(0, 1), now - 1000);
    await openList();
    expect(await everyCount()).toMatchObject({ fresh: 1, missed: 0, onDay: 1, deck: 1 });
  });

  it('do not count for a decision on their list that is taken back', async () => {
    await openList();
    const [id = ''] = ids;
    const visit = { digest: `arxiv:list:cs.CL:${day}`, shows: 'digest', visitAt: now } as const;
    await decideOnPage(paper(id), 'dismissed', { ...visit, isOffList: true }, now + 1);
    await decideOnPage(paper(id), 'undecided', { ...visit, isOffList: true }, now + 2);
    expect(await everyCount()).toMatchObject(nothing);
  });

  it('count when the reader says so', async () => {
    await openList();
    await countAsked(ids, { id: 'click', at: now, now });
    expect(await everyCount()).toMatchObject({ fresh: 3, waiting: 3, missed: 0 });
  });

  it('have a row by site, list and day, among no days of Daily Papers', async () => {
    await openDay(['arxiv:1']);
    const before = await neighbourDays(day, now);
    await openList();
    await openList({ visitAt: now + 5, papers: [paper('arxiv:2608.00009')] });
    const database = await connection();
    const row = await database.get('days', `arxiv:list:cs.CL:${day}`);
    expect(row?.ids).toEqual([...ids, 'arxiv:2608.00009']);
    expect((await readDays('0000-01-01', '9999-12-31')).map((one) => one.day)).toEqual([day]);
    expect(await neighbourDays(day, now)).toEqual(before);
    expect((await readMorning(now)).day).toBeUndefined();
  });

  it('are forgotten as lists after a month, list by list', async () => {
    await openList();
    await openList({ digest: 'arxiv:list:cs.CL:2026-07-01' });
    await openList({ digest: 'arxiv:list:cs.CV:2026-07-01' });
    await openList({ digest: 'arxiv:list:cs.CL:2026-08-14' });
    const keys = await (await connection()).getAllKeys('days');
    expect(keys).toEqual([
      `arxiv:list:cs.CL:${day}`,
      'arxiv:list:cs.CL:2026-08-14',
      'arxiv:list:cs.CV:2026-07-01',
    ]);
  });
});

it('a row’s key is the ISO day for Daily Papers, as it always was', () => {
  expect(listKey({ digest: `huggingface:day:${day}`, day })).toBe(day);
  expect(listKey({ digest: 'arxiv:list:cs.CL:2026-08-12' })).toBe('arxiv:list:cs.CL:2026-08-12');
  for (const digest of ['huggingface:week:2026-W13', 'arxiv:list:cs.CL:recent', 'arxiv:abs:1'])
    expect(listKey({ digest })).toBeUndefined();
});
