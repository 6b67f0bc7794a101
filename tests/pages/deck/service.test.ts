// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DeckCommands } from '../../../pages/deck/paper-commands';
import { DeckService } from '../../../pages/deck/service';
import { keptIn } from '../../../pages/deck/state';
import { mutedIn, newByDay } from '../../../pages/deck/tallies';
import { readScope, type Scope } from '../../../papers/deck/scope';
import type { PaperId } from '../../../papers/paper';
import { holdAction } from '../../../store/actions/live';
import { deleteEverything } from '../../../store/backup/contents';
import { connection } from '../../../store/database/connection';
import { readDeckSession } from '../../../store/deck/kept-session';
import { endVisit, noteImpressions } from '../../../store/records/impressions';
import { counts, recordsOf } from '../../../store/records/queries';
import { recordSighting } from '../../../store/records/sightings';
import { saveRule } from '../../../store/rules/rules';
import { decide } from '../../../store/words/decide';
import { paper, sightOn, useFreshStore } from '../../support/store';

useFreshStore();

let pages: AbortController[];
beforeEach(() => {
  pages = [];
});
afterEach(() => {
  for (const page of pages) page.abort();
});

interface Page {
  readonly service: DeckService;
  readonly commands: DeckCommands;
}

/** Opens the deck; the page before is closed with it. */
async function open(scope?: Scope, now = 5000): Promise<Page> {
  for (const page of pages) page.abort();
  const page = new AbortController();
  pages.push(page);
  const service = new DeckService();
  await service.start(scope, now, page.signal);
  return { service, commands: new DeckCommands(service) };
}

const current = ({ service }: Page) => service.state.standing.value.current;
const left = ({ service }: Page) => service.state.standing.value.left;
const kept = ({ service }: Page) => keptIn(service.state).map(({ id }) => id);
const stateOf = async (id: PaperId) => (await recordsOf([id]))[0]?.state;

beforeEach(async () => {
  await sightOn(
    '2026-03-26',
    1000,
    paper('arxiv:1', { upvotes: 90 }),
    paper('arxiv:2', { upvotes: 10 }),
  );
  await sightOn(
    '2026-03-27',
    1000,
    paper('arxiv:3', { upvotes: 30, abstract: 'What it is about.' }),
    paper('arxiv:4', { upvotes: 20 }),
    paper('arxiv:5', { upvotes: 5 }),
  );
});

const all = ['arxiv:3', 'arxiv:4', 'arxiv:5', 'arxiv:1', 'arxiv:2'];

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
      'seen',
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
    expect(newByDay(same.service.state.papers.value, new Set())).toEqual(
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

describe('what happens elsewhere', () => {
  it('takes papers out of the deck and adds new ones at the end, without moving the one on top', async () => {
    const page = await open();
    await page.commands.decide('later', 5100);
    await decide(['arxiv:5'], 'unread', 5200);
    await sightOn('2026-03-28', 5300, paper('arxiv:6'));
    await vi.waitFor(() =>
      expect(left(page)).toEqual(['arxiv:4', 'arxiv:1', 'arxiv:2', 'arxiv:6']),
    );
    expect(current(page)).toBe('arxiv:4');
  });

  it('does not bring an earlier paper to the top while another one is looked at', async () => {
    const page = await open();
    await page.commands.decide('dismiss', 5100);
    await decide(['arxiv:3'], 'undecided', 5200);
    await vi.waitFor(() => expect(left(page)).toContain('arxiv:3'));
    expect(current(page)).toBe('arxiv:4');
    for (const _ of [4, 5, 1, 2]) await page.commands.decide('later', 5300);
    expect(current(page)).toBe('arxiv:3');
  });

  it('does not take away a paper that was opened from the deck', async () => {
    const page = await open();
    await page.commands.visited('arxiv:3', 5100);
    const visit = { digest: 'huggingface:paper:3', shows: 'paper', visitAt: 5200 } as const;
    await recordSighting({ ...visit, papers: [paper('arxiv:3')] });
    await page.service.settle();
    expect(await stateOf('arxiv:3')).toBe('seen');
    expect(current(page)).toBe('arxiv:3');
    await page.commands.decide('later', 5300);
    expect(left(page)).toEqual(all.slice(1));
    expect(current(page)).toBe('arxiv:4');
  });

  const onScreen = async (page: Page, ids: readonly PaperId[]) => {
    await noteImpressions(ids, 5200);
    await endVisit(5200);
    await page.service.settle();
  };

  it('does not take away the paper on top when a visit ends in which it was on screen', async () => {
    const page = await open();
    await onScreen(page, ['arxiv:3', 'arxiv:4']);
    expect(left(page)).toEqual(['arxiv:3', 'arxiv:5', 'arxiv:1', 'arxiv:2']);
    expect(current(page)).toBe('arxiv:3');
    await page.commands.decide('dismiss', 5300);
    expect(await stateOf('arxiv:3')).toBe('dismissed');
    expect(current(page)).toBe('arxiv:5');
    await onScreen(page, ['arxiv:5']);
    await page.commands.decide('later', 5400);
    expect(left(page)).toEqual(['arxiv:1', 'arxiv:2']);
  });

  it('has no seen paper in a deck that is opened afterwards', async () => {
    await onScreen(await open(), ['arxiv:3']);
    const again = await open(undefined, 6000);
    expect(left(again)).toEqual(all.slice(1));
    expect(current(again)).toBe('arxiv:4');
  });

  it('begins anew when everything was deleted, and keeps nothing of what was', async () => {
    const page = await open();
    await page.commands.decide('save', 5100);
    await deleteEverything();
    await vi.waitFor(() => expect(page.service.state.session.value?.ids).toEqual([]));
    page.service.keep();
    expect(await readDeckSession()).toBeUndefined();
  });

  it('counts every paper once, a seen one that stays too', async () => {
    const page = await open();
    await onScreen(page, ['arxiv:3']);
    expect(page.service.state.standing.value).toMatchObject({ left: all, rest: [], done: 0 });
    await page.commands.decide('save', 5300);
    expect(page.service.state.standing.value).toMatchObject({ left: all.slice(1), done: 1 });
  });
});

describe('undo', () => {
  it('returns to the paper, one after the other, also after a restart', async () => {
    const page = await open();
    await page.commands.decide('save', 5100);
    await page.commands.decide('dismiss', 5200);
    await page.commands.undo(5300);
    expect(current(page)).toBe('arxiv:4');
    const again = await open(undefined, 6000);
    expect(current(again)).toBe('arxiv:4');
    await again.commands.undo(6100);
    expect(current(again)).toBe('arxiv:3');
    expect(await counts()).toMatchObject({ new: 5, unread: 0, dismissed: 0 });
  });

  it('is waited for by the keys after it, so that they meet the paper it brings back', async () => {
    const page = await open();
    await Promise.all([
      page.commands.decide('save', 5100),
      page.commands.decide('dismiss', 5200),
      page.commands.undo(5300),
      page.commands.decide('later', 5400),
      page.commands.undo(5500),
      page.commands.undo(5600),
      page.commands.decide('dismiss', 5700),
    ]);
    expect(await Promise.all(all.map(stateOf))).toEqual(['dismissed', 'new', 'new', 'new', 'new']);
    expect(current(page)).toBe('arxiv:4');
  });

  it('stops at the beginning of the session', async () => {
    await decide(['arxiv:1'], 'dismissed', 4000);
    const page = await open();
    await page.commands.undo(5300);
    expect(await stateOf('arxiv:1')).toBe('dismissed');
    expect(page.service.state.notice.value?.said).toBe('There is nothing left to undo.');
  });

  it('passes over what a rule saved meanwhile, and what is still being done', async () => {
    await saveRule(
      {
        id: 'r',
        effect: 'follow',
        subject: 'organization',
        value: 'Lab',
        saves: true,
      },
      4000,
    );
    const page = await open();
    await page.commands.decide('dismiss', 5100);
    await sightOn('2026-03-27', 5150, paper('arxiv:5', { organization: 'Lab' }));
    const running = await decide(['arxiv:1'], 'read', 5200);
    const release = holdAction(running.action ?? 0);
    await page.commands.undo(5300);
    release();
    expect(await Promise.all(all.map(stateOf))).toEqual(['new', 'new', 'unread', 'read', 'new']);
  });

  it('takes tags back too, and tags keep the paper on top', async () => {
    const page = await open();
    await page.commands.changeTags('arxiv:3', { add: ['rl'], remove: [] }, 5100);
    expect(page.service.state.current.value?.tags).toEqual(['rl']);
    await page.commands.decide('save', 5200);
    await page.commands.undo(5300);
    await page.commands.undo(5400);
    expect(page.service.state.current.value).toMatchObject({ id: 'arxiv:3', tags: [] });
  });
});

describe('a time limit', () => {
  it('puts the best first that fit, and dismisses the others as one', async () => {
    const page = await open();
    page.service.limit(1, 30_000);
    expect(left(page)).toEqual(['arxiv:1', 'arxiv:3']);
    expect(page.service.state.standing.value.rest).toEqual(['arxiv:4', 'arxiv:5', 'arxiv:2']);
    await page.commands.decide('save', 5100);
    const again = await open(undefined, 6000);
    expect(left(again)).toEqual(['arxiv:3']);
    await again.commands.decide('dismiss', 6100);
    expect(current(again)).toBeUndefined();
    await again.commands.dismissRest(6200);
    expect(await counts()).toMatchObject({ new: 0, unread: 1, dismissed: 4 });
    expect(again.service.state.notice.value).toEqual({
      said: 'Dismissed 3 papers',
      canUndo: true,
    });
    await again.commands.undo(6300);
    expect(await counts()).toMatchObject({ new: 3, dismissed: 1 });
  });

  it('that is used up stays so on a reload, and ends when papers came since', async () => {
    const page = await open();
    page.service.limit(1, 60_000);
    await page.commands.decide('save', 5100);
    const reloaded = await open(undefined, 6000);
    expect(kept(reloaded)).toEqual(['arxiv:1']);
    expect(left(reloaded)).toEqual([]);
    await sightOn('2026-03-28', 6100, paper('arxiv:6'));
    const next = await open(undefined, 7000);
    expect(next.service.state.session.value?.budget).toBeUndefined();
    expect(left(next)).toEqual(['arxiv:6', 'arxiv:3', 'arxiv:4', 'arxiv:5', 'arxiv:2']);
  });

  it('can be lifted, which goes on with the others', async () => {
    const page = await open();
    page.service.limit(1, 60_000);
    await page.commands.decide('later', 5100);
    page.service.limit(undefined, 60_000);
    expect(left(page)).toEqual(['arxiv:3', 'arxiv:4', 'arxiv:5', 'arxiv:2']);
    await page.commands.dismissRest(5200);
    expect(await counts()).toMatchObject({ new: 0, seen: 1, dismissed: 4 });
  });
});

async function breakWrites() {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const database = await connection();
  const begin = database.transaction.bind(database) as (...of: unknown[]) => never;
  return vi.spyOn(database, 'transaction').mockImplementation((...of: unknown[]) => {
    if (of[1] === 'readwrite') throw new DOMException('no room', 'QuotaExceededError');
    return begin(...of);
  });
}

describe('a write that fails', () => {
  it('puts the papers back, says so, and is done again when asked', async () => {
    const page = await open();
    const broken = await breakWrites();
    await Promise.all([page.commands.decide('save', 5100), page.commands.decide('dismiss', 5200)]);
    broken.mockRestore();
    expect(page.service.state.failure.value).toMatchObject({ code: 'full', during: 'write' });
    expect(left(page)).toEqual(all);
    expect(current(page)).toBe('arxiv:3');
    expect(page.commands.hasFailed).toBe(true);
    await page.commands.retry();
    expect(page.service.state.failure.value).toBeUndefined();
    expect(await Promise.all(all.slice(0, 3).map(stateOf))).toEqual(['unread', 'dismissed', 'new']);
    expect(current(page)).toBe('arxiv:5');
  });

  it('is not done again once the reader has decided otherwise, or left it at that', async () => {
    const page = await open();
    const broken = await breakWrites();
    await page.commands.decide('dismiss', 5100);
    broken.mockRestore();
    await page.commands.decide('save', 5200);
    expect(page.commands.hasFailed).toBe(false);
    await page.commands.retry();
    expect(await stateOf('arxiv:3')).toBe('unread');
    const brokenAgain = await breakWrites();
    await page.commands.decide('dismiss', 5300);
    brokenAgain.mockRestore();
    page.commands.giveUp();
    await page.commands.retry();
    expect(await stateOf('arxiv:4')).toBe('new');
    expect(page.service.state.failure.value).toBeUndefined();
  });

  it('is not done again to a paper that was decided on elsewhere', async () => {
    const page = await open();
    const broken = await breakWrites();
    await page.commands.decide('dismiss', 5100);
    broken.mockRestore();
    await decide(['arxiv:3'], 'unread', 5200);
    await page.service.settle();
    await page.commands.retry();
    expect(await stateOf('arxiv:3')).toBe('unread');
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
    page.service.includeMuted(true);
    expect(left(page)).toContain('arxiv:4');
    page.service.includeMuted(false);
    expect(left(page)).not.toContain('arxiv:4');
  });
});
