// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { mutedIn, waitingByDay } from '../../../pages/deck/tallies';
import { readScope } from '../../../papers/deck/scope';
import { connection } from '../../../store/database/connection';
import { readDeckSession } from '../../../store/deck/kept-session';
import { recordsOf } from '../../../store/records/queries';
import { all, current, kept, left, open, stateOf, useDeck } from '../../support/deck-service';
import { paper, sightOn } from '../../support/store';

useDeck();

describe('the deck', () => {
  it('has all new papers, newest day first, and knows what is on top', async () => {
    const page = await open();
    expect(left(page)).toEqual(all);
    expect(current(page)).toBe('arxiv:3');
    expect(page.service.state.details.value.get('arxiv:3')?.abstract).toBe('What it is about.');
    expect([...page.service.state.details.value.keys()]).toEqual(all.slice(0, 4));
  });

  it('shows the next paper before anything is written, and writes in order', async () => {
    const page = await open();
    const writes = [
      page.commands.decide('dismiss', 5100),
      page.commands.decide('save', 5200),
      page.commands.decide('later', 5300),
    ];
    expect(current(page)).toBe('arxiv:1');
    expect(page.service.state.taken.value).toEqual(new Set(all.slice(0, 3)));
    await Promise.all(writes);
    expect(page.service.state.taken.value).toEqual(new Set());
    expect(await Promise.all(all.map(stateOf))).toEqual([
      'dismissed',
      'unread',
      'later',
      'new',
      'new',
    ]);
    expect(current(page)).toBe('arxiv:1');
    expect(kept(page)).toEqual(['arxiv:4']);
    const actions = await (await connection()).getAll('actions');
    expect(actions.map(({ kind }) => kind)).toEqual(['dismissed', 'saved', 'later']);
  });

  it('goes on where it was when it is opened again, at whatever moment it was closed', async () => {
    const page = await open();
    await page.commands.decide('save', 5100);
    void page.commands.decide('dismiss', 5200);
    const again = await open(undefined, 6000);
    await vi.waitFor(async () => expect(await stateOf('arxiv:4')).toBe('dismissed'));
    await again.service.settle();
    expect(current(again)).toBe('arxiv:5');
    expect(kept(again)).toEqual(['arxiv:3']);
  });

  it('keeps its place only when a decision is written: a killed one is on top again', async () => {
    const page = await open();
    await page.commands.decide('save', 5100);
    const before = await readDeckSession();
    const write = page.commands.decide('dismiss', 5200);
    expect(current(page)).toBe('arxiv:5');
    expect(await readDeckSession()).toEqual(before);
    await write;
    await vi.waitFor(async () => expect((await readDeckSession())?.at).toBe('arxiv:5'));
  });

  it('begins anew when nothing of the last session is left and something is new', async () => {
    const page = await open({ days: ['2026-03-26'] });
    expect(left(page)).toEqual(['arxiv:1', 'arxiv:2']);
    await page.commands.decide('save', 5100);
    await page.commands.decide('save', 5200);
    expect(current(page)).toBeUndefined();
    const next = await open(undefined, 6000);
    expect(left(next)).toEqual(['arxiv:3', 'arxiv:4', 'arxiv:5']);
    expect(kept(next)).toEqual([]);
  });

  it('still tells what was kept when it is opened again at its end', async () => {
    const page = await open();
    for (const _ of all) await page.commands.decide('save', 5100);
    const again = await open(undefined, 6000);
    expect(current(again)).toBeUndefined();
    expect(kept(again)).toEqual(all);
  });

  it('follows another scope of the address, and resumes the same one', async () => {
    await (await open()).commands.decide('save', 5100);
    const day = await open({ days: ['2026-03-26'] }, 6000);
    await day.commands.decide('dismiss', 6100);
    expect(kept(day)).toEqual([]);
    const same = await open({ days: ['2026-03-26'] }, 7000);
    expect(same.service.state.session.value?.ids).toEqual(['arxiv:1', 'arxiv:2']);
    expect(left(same)).toEqual(['arxiv:2']);
    await same.service.choose({}, 8000);
    expect(left(same)).toEqual(['arxiv:4', 'arxiv:5', 'arxiv:2']);
    expect(waitingByDay(same.service.state.papers.value, new Set(), false)).toEqual(
      new Map([
        ['2026-03-27', 2],
        ['2026-03-26', 1],
      ]),
    );
  });

  it('names the chosen days in its address, so that a reload goes on with them', async () => {
    const day = await open({ days: ['2026-03-26'] });
    await day.service.choose({ days: ['2026-03-27'] }, 5100);
    expect(location.search).toBe('?days=2026-03-27');
    await day.service.choose({}, 5200);
    expect(location.search).toBe('');
    await day.commands.decide('save', 5300);
    const again = await open(readScope(location.search), 6000);
    expect(kept(again)).toEqual(['arxiv:3']);
    expect(left(again)).toEqual(all.slice(1));
  });

  it('keeps its place while days without new papers are looked at', async () => {
    await (await open()).commands.decide('save', 5100);
    const empty = await open({ days: ['2026-03-01'] }, 6000);
    expect(left(empty)).toEqual([]);
    const again = await open(undefined, 7000);
    expect(kept(again)).toEqual(['arxiv:3']);
  });

  it('begins anew when papers came that its days leave out', async () => {
    const page = await open({ days: ['2026-03-26', '2026-03-27'] });
    await page.commands.decide('save', 5100);
    expect(kept(await open(undefined, 6000))).toEqual(['arxiv:3']);
    await sightOn('2026-03-28', 6100, paper('arxiv:6'));
    const again = await open(undefined, 7000);
    expect(left(again)).toEqual(['arxiv:6', 'arxiv:4', 'arxiv:5', 'arxiv:1', 'arxiv:2']);
    expect(kept(again)).toEqual([]);
  });

  it('takes damaged words in its storage for none', async () => {
    for (const deck of [7, null, { ids: [7] }, { ids: ['arxiv:1'], since: '0' }]) {
      await (await connection()).put('profile', deck, 'deck');
      expect(await readDeckSession()).toBeUndefined();
      expect(left(await open())).toEqual(all);
    }
  });
});

describe('muted papers', () => {
  it('are left out with their number, until they are asked for', async () => {
    const database = await connection();
    const [record] = await recordsOf(['arxiv:4']);
    if (!record) throw new Error('the paper is not there');
    await database.put('papers', { ...record, mutedBy: 'rule', sortAt: -1 - record.sortAt });
    const muted = (await database.get('counters', 'muted')) ?? 0;
    await database.put('counters', muted + 1, 'muted');
    const page = await open();
    const { session, papers } = page.service.state;
    expect(left(page)).toEqual(['arxiv:3', 'arxiv:5', 'arxiv:1', 'arxiv:2']);
    expect(mutedIn(session.value, papers.value)).toBe(1);
    page.service.include({ withMuted: true });
    expect(left(page)).toContain('arxiv:4');
    page.service.include({ withMuted: false });
    expect(left(page)).not.toContain('arxiv:4');
  });
});
