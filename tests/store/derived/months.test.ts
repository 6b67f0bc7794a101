import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countPaper, type SumsByMonth } from '../../../papers/statistics/month';
import { undoLast } from '../../../store/actions/undo';
import { deleteEverything, readContents } from '../../../store/backup/contents';
import { connection } from '../../../store/database/connection';
import { monthRows, prepareMonths, readMonths, rebuildMonths } from '../../../store/derived/months';
import { recordsOf } from '../../../store/records/queries';
import { findInconsistencies } from '../../../store/upkeep/consistency';
import { type Decision, decide, decideOnPage, setTags } from '../../../store/words/decide';
import { restoreNow } from '../../support/contents';
import { paper, sightOn, useFreshStore } from '../../support/store';

useFreshStore();

const zone = process.env.TZ;
beforeEach(() => {
  process.env.TZ = 'UTC';
});
afterEach(() => {
  process.env.TZ = zone ?? 'UTC';
});

const day = 86_400_000;
const march = Date.UTC(2026, 2, 27, 12);
const visit = { day: '2026-03-27', shows: 'digest', visitAt: march } as const;

async function expectTrue(): Promise<void> {
  const months: SumsByMonth = new Map();
  for (const paper of (await readContents()).papers) countPaper(months, paper, 1);
  expect(await (await connection()).getAll('months')).toEqual(monthRows(months));
}

describe('the months', () => {
  it('hold what was saved and read, by tag, organisation, days taken and upvotes', async () => {
    const two = [paper('arxiv:1', { organization: 'Example Lab' }), paper('arxiv:2')];
    for (const one of two) await decideOnPage(one, 'unread', visit, march);
    await setTags('arxiv:1', ['RL', '__proto__', 'constructor'], march);
    await decide(['arxiv:1'], 'read', march + 6 * day);
    await sightOn('2026-03-28', march + day, paper('arxiv:1', { upvotes: 40 }));
    const empty = { tags: {}, organizations: {} };
    const tags = Object.fromEntries(['rl', '__proto__', 'constructor'].map((key) => [key, 1]));
    expect(await readMonths()).toEqual([
      {
        month: '2026-03',
        saved: { '2026-03-27': 2 },
        read: {},
        tags,
        organizations: { 'Example Lab': 1 },
        delays: {},
        upvotes: { papers: 2, atSaving: 6, now: 43 },
      },
      {
        ...empty,
        month: '2026-04',
        saved: {},
        read: { '2026-04-02': 1 },
        delays: { 6: 1 },
        upvotes: { papers: 0, atSaving: 0, now: 0 },
      },
    ]);
  });

  it('are gone with the last paper in them', async () => {
    await decideOnPage(paper('arxiv:1'), 'read', visit, march);
    await decide(['arxiv:1'], 'deleted', march + 90 * day);
    expect(await readMonths()).toEqual([]);
  });

  it('agree with a full count after any sequence of what a reader and a page can do', async () => {
    const decisions: Decision[] = ['unread', 'reading', 'read', 'deleted', 'dismissed'];
    const action = fc.record({
      what: fc.constantFrom<'tag' | 'sight' | 'undo' | 'join' | Decision>(
        ...decisions,
        'undecided',
        'tag',
        'sight',
        'undo',
        'join',
      ),
      id: fc.nat(5).map((index) => `arxiv:${index}`),
      at: fc.integer({ min: march - 400 * day, max: march + 400 * day }),
      upvotes: fc.option(fc.nat(90), { nil: undefined }),
      tags: fc.subarray(['RL', 'rl/offline', '__proto__', '強化学習']),
      lab: fc.constantFrom('Example Lab', 'Another University'),
      zone: fc.constantFrom('UTC', 'Pacific/Kiritimati', 'America/Los_Angeles'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 40 }), async (actions) => {
        await deleteEverything();
        for (const { what, id, at, upvotes, tags, lab, zone } of actions) {
          process.env.TZ = zone;
          const votes = upvotes === undefined ? {} : { upvotes };
          const shown = { id, organization: lab, ...votes };
          if (what === 'tag') await setTags(id, tags, at);
          else if (what === 'sight') await sightOn('2026-03-27', at, shown);
          else if (what === 'join')
            await sightOn('2026-03-27', at, { ...shown, aliases: ['arxiv:0'] });
          else if (what === 'undo') await undoLast(at + 1);
          else if (at % 2) await decide([id], what, at);
          else await decideOnPage(shown, what, { ...visit, visitAt: at }, at);
        }
        await expectTrue();
        expect(await findInconsistencies()).toEqual([]);
      }),
      { numRuns: 120 },
    );
  }, 60_000);

  it('count by the day of the reader, which stays when they travel', async () => {
    process.env.TZ = 'Asia/Tokyo';
    const late = Date.UTC(2026, 2, 31, 20);
    await decideOnPage(paper('arxiv:1'), 'unread', visit, late);
    process.env.TZ = 'America/Los_Angeles';
    await decide(['arxiv:1'], 'read', Date.UTC(2026, 3, 2, 1));
    expect(await readMonths()).toMatchObject([
      { month: '2026-04', saved: { '2026-04-01': 1 }, read: { '2026-04-01': 1 }, delays: { 0: 1 } },
    ]);
    await rebuildMonths();
    await expectTrue();
  });

  it('come back the same from a backup read in another zone', async () => {
    process.env.TZ = 'Asia/Tokyo';
    await decideOnPage(paper('arxiv:1'), 'read', visit, Date.UTC(2026, 2, 31, 20));
    const [backup, months] = [await readContents(), await readMonths()];
    await deleteEverything();
    process.env.TZ = 'UTC';
    await restoreNow(backup);
    expect(await readMonths()).toEqual(months);
  });

  it('take a moment that no calendar holds without refusing the paper', async () => {
    for (const [index, at] of [-1e300, -1, 0, 1e15, 1e300].entries())
      await decideOnPage(paper(`arxiv:${index}`), 'read', visit, at);
    const saved = (await readMonths()).flatMap((month) => Object.entries(month.saved));
    expect(saved).toEqual([
      ['1970-01-02', 3],
      ['9999-12-30', 2],
    ]);
  });
});

describe('papers from before there were months', () => {
  async function forget(): Promise<void> {
    await (await connection()).clear('months');
  }

  it('are counted when the months are first asked for, those written since included', async () => {
    const ids = Array.from({ length: 1203 }, (_, index) => `arxiv:${index}`);
    await sightOn('2026-03-27', march, ...ids.map((id) => paper(id)));
    await decide(ids.slice(0, 1100), 'unread', march);
    await forget();
    await decide(['arxiv:1100'], 'read', march);
    await decide(['arxiv:0'], 'deleted', march + 1);
    expect(await (await connection()).count('months')).toBe(0);
    await prepareMonths();
    await expectTrue();
    expect((await readMonths())[0]).toMatchObject({ saved: { '2026-03-27': 1100 } });
    await decide(['arxiv:1101'], 'unread', march);
    await expectTrue();
  });

  it('keep the day they were counted by, joined with another on the way or not', async () => {
    process.env.TZ = 'UTC';
    const late = Date.UTC(2026, 2, 31, 20);
    for (const id of ['arxiv:2', 'arxiv:3']) await decideOnPage(paper(id), 'unread', visit, late);
    const database = await connection();
    for (const { savedDay: _day, ...record } of await recordsOf(['arxiv:2', 'arxiv:3']))
      await database.put('papers', record);
    await sightOn('2026-03-27', march, paper('arxiv:1'));
    process.env.TZ = 'Asia/Tokyo';
    await decideOnPage(paper('arxiv:1', { aliases: ['arxiv:2'] }), 'reading', visit, late + 1);
    await setTags('arxiv:3', ['RL'], late + 2);
    await expectTrue();
  });

  it('of which none is left need no counting', async () => {
    await decideOnPage(paper('arxiv:1'), 'unread', visit, march);
    await forget();
    await decide(['arxiv:1'], 'deleted', march);
    await decideOnPage(paper('arxiv:2'), 'unread', visit, march);
    await expectTrue();
  });
});

describe('months that are wrong', () => {
  it('are found and counted anew', async () => {
    await decideOnPage(paper('arxiv:1'), 'unread', visit, march);
    const database = await connection();
    const [row] = await database.getAll('months');
    if (row) await database.put('months', { ...row, saved: { '2026-03-26': 1 } });
    if (row) await database.put('months', { ...row, month: '2019-01' });
    expect(await findInconsistencies()).toHaveLength(2);
    await rebuildMonths();
    await expectTrue();
  });
});

it('a paper is read exactly while it has a moment at which it was', async () => {
  await decideOnPage(paper('arxiv:1'), 'read', visit, march);
  expect(await recordsOf(['arxiv:1'])).toMatchObject([{ readAt: march, savedUpvotes: 3 }]);
  await decide(['arxiv:1'], 'reading', march + 1);
  expect((await recordsOf(['arxiv:1']))[0]).not.toHaveProperty('readAt');
});
