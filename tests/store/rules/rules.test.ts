import { describe, expect, it } from 'vitest';
import type { Paper } from '../../../papers/paper';
import type { Rule } from '../../../papers/rules/rule';
import { listActions } from '../../../store/actions/list';
import { undoAction, undoLast } from '../../../store/actions/undo';
import { deleteEverything, readContents } from '../../../store/backup/contents';
import { connection } from '../../../store/database/connection';
import { endVisit, noteImpressions } from '../../../store/records/impressions';
import { countNew, counts, listUndecided, recordsOf } from '../../../store/records/queries';
import { recordSighting } from '../../../store/records/sightings';
import { listMuted } from '../../../store/rules/muted';
import { listRules } from '../../../store/rules/read';
import { refreshVerdicts, ruleSpan } from '../../../store/rules/refresh';
import { deleteRule, restoreRule, saveRule } from '../../../store/rules/rules';
import { matchesOf, tryRule } from '../../../store/rules/trial';
import { readUnsaved } from '../../../store/search/unsaved';
import { findInconsistencies } from '../../../store/upkeep/consistency';
import { repairInconsistencies } from '../../../store/upkeep/repair';
import { decide, decideOnPage } from '../../../store/words/decide';
import { restoreNow } from '../../support/contents';
import { paper, sightOn, useFreshStore } from '../../support/store';

useFreshStore();

const gauss = (id: string, more: Partial<Paper> = {}) =>
  paper(id, { title: `3D Gaussian ${id}`, ...more });
const byteDance = (id: string, more: Partial<Paper> = {}) =>
  paper(id, { organization: 'ByteDance', ...more });

async function make(words: Partial<Rule> & Pick<Rule, 'id' | 'value'>, now = 500): Promise<void> {
  const rule = { effect: 'follow', subject: 'organization', ...words } as const;
  expect(await saveRule(rule, now)).toBeUndefined();
  await refreshVerdicts(now);
}
const mute = (value: string, now?: number) =>
  make({ id: `mute ${value}`, effect: 'mute', subject: 'phrase', value }, now);

async function recordOf(id: string) {
  const [record] = await recordsOf([id]);
  if (!record) throw new Error(`${id} is not there`);
  return record;
}
const ids = (papers: readonly { readonly id: string }[]) => papers.map(({ id }) => id);

describe('a paper that is sighted', () => {
  it('bears what the rules say of it, and the counters agree', async () => {
    await make({ id: 'follow', value: 'bytedance' });
    await mute('3D gaussian');
    await sightOn('2026-03-27', 1000, byteDance('arxiv:1'), gauss('arxiv:2'), paper('arxiv:3'));
    expect(await recordOf('arxiv:1')).toMatchObject({ matches: ['follow'] });
    expect(await recordOf('arxiv:2')).toMatchObject({ mutedBy: 'mute 3D gaussian' });
    expect(await countNew()).toEqual({ new: 2, muted: 1, followed: 1 });
    expect(await counts()).toMatchObject({ new: 2 });
    expect(ids((await listUndecided('new', 10)).papers)).toEqual(['arxiv:3', 'arxiv:1']);
    expect(ids(await listMuted(10))).toEqual(['arxiv:2']);
    expect((await readUnsaved('new')).map(({ head }) => head.id)).toEqual(['arxiv:1', 'arxiv:3']);
  });

  it('is looked at again when a page tells more, and not muted where it is followed', async () => {
    await make({ id: 'follow', value: 'ByteDance' });
    await mute('splatting');
    await sightOn('2026-03-27', 1000, paper('arxiv:1'));
    await sightOn('2026-03-27', 1100, paper('arxiv:1', { abstract: 'Splatting.' }));
    expect(await countNew()).toEqual({ new: 0, muted: 1, followed: 0 });
    await sightOn('2026-03-28', 1200, byteDance('arxiv:1'));
    expect(await countNew()).toEqual({ new: 1, muted: 0, followed: 1 });
    await sightOn('2026-03-28', 1300, byteDance('arxiv:1', { organization: 'Another' }));
    expect(await countNew()).toEqual({ new: 0, muted: 1, followed: 0 });
  });

  it('by a search for a site is known by where it was', async () => {
    await make({ id: 'there', subject: 'query', value: 'site:huggingface paper' });
    await sightOn('2026-03-27', 1000, paper('arxiv:1'));
    const visit = { digest: 'arxiv:list:cs', shows: 'digest', visitAt: 1000 } as const;
    await recordSighting({ ...visit, papers: [paper('arxiv:2')] });
    expect((await recordOf('arxiv:1')).matches).toEqual(['there']);
    expect((await recordOf('arxiv:2')).matches).toBeUndefined();
  });

  it('by a search for a site is known by where it is met later, however the colon is written', async () => {
    await make({ id: 'there', subject: 'query', value: 'site：arxiv paper' });
    await sightOn('2026-03-27', 1000, paper('arxiv:1'));
    expect((await recordOf('arxiv:1')).matches).toBeUndefined();
    const visit = { digest: 'arxiv:abs:1', shows: 'digest', visitAt: 1100 } as const;
    await recordSighting({ ...visit, papers: [paper('arxiv:1')] });
    expect((await recordOf('arxiv:1')).matches).toEqual(['there']);
  });

  it('and turns out to be the same as another one is judged as one', async () => {
    await make({ id: 'follow', value: 'ByteDance' });
    await mute('3D gaussian');
    await sightOn('2026-03-27', 1000, byteDance('arxiv:1'), gauss('doi:10.1/x'));
    const both = { aliases: ['doi:10.1/x'], title: '3D Gaussian' };
    await sightOn('2026-03-27', 1100, byteDance('arxiv:1', both));
    expect(await countNew()).toEqual({ new: 1, muted: 0, followed: 1 });
  });

  it('keeps its place among the muted ones when it was seen, and comes back with an undo', async () => {
    await mute('3D gaussian');
    await sightOn('2026-03-27', 1000, gauss('arxiv:1'), gauss('arxiv:2'));
    await noteImpressions(['arxiv:1'], 1000);
    await endVisit(1000);
    expect(await countNew()).toEqual({ new: 0, muted: 1, followed: 0 });
    expect((await listUndecided('seen', 10)).papers).toEqual([]);
    await decide(['arxiv:2'], 'unread', 1200);
    expect(await countNew()).toEqual({ new: 0, muted: 0, followed: 0 });
    await undoLast(1300);
    expect(await countNew()).toEqual({ new: 0, muted: 1, followed: 0 });
  });
});

describe('rules that change', () => {
  it('judge what is there already, and again when they go', async () => {
    await sightOn('2026-03-27', 1000, byteDance('arxiv:1'), gauss('arxiv:2'));
    await mute('3D gaussian', 2000);
    await make({ id: 'follow', value: 'ByteDance' }, 2000);
    expect(await countNew()).toEqual({ new: 1, muted: 1, followed: 1 });
    await deleteRule('mute 3D gaussian', 1500);
    expect(await refreshVerdicts(3000)).toBe(true);
    expect(await countNew()).toEqual({ new: 2, muted: 0, followed: 1 });
    expect(await refreshVerdicts(3000)).toBe(false);
  });

  it('judge in the end when it was cut off on the way, or nobody has begun', async () => {
    await sightOn('2026-03-27', 1000, gauss('arxiv:1'));
    const words = { id: 'm', effect: 'mute', subject: 'phrase', value: 'gaussian' } as const;
    await saveRule(words, 2000);
    expect(await countNew()).toEqual({ new: 1, muted: 0, followed: 0 });
    await sightOn('2026-03-27', 2000, gauss('arxiv:2'));
    await refreshVerdicts(2000);
    expect(await countNew()).toEqual({ new: 0, muted: 2, followed: 0 });
  });

  it('and change back before they were applied leave nothing of theirs', async () => {
    await refreshVerdicts(500);
    await saveRule({ id: 'm', effect: 'mute', subject: 'phrase', value: 'gaussian' }, 600);
    await sightOn('2026-03-27', 1000, gauss('arxiv:1'));
    await deleteRule('m', 1500);
    expect(await refreshVerdicts(2000)).toBe(true);
    expect(await countNew()).toEqual({ new: 1, muted: 0, followed: 0 });
  });

  it('leave old papers alone, except for those that are new or muted', async () => {
    const now = 1e12;
    await sightOn('2001-09-09', 1000, gauss('arxiv:1'), gauss('arxiv:2'));
    await noteImpressions(['arxiv:1'], 1000);
    await endVisit(1000);
    await mute('3D gaussian', now);
    expect((await recordOf('arxiv:1')).mutedBy).toBeUndefined();
    expect((await recordOf('arxiv:2')).mutedBy).toBeDefined();
    await noteImpressions(['arxiv:2'], now);
    await endVisit(now);
    await deleteRule('mute 3D gaussian', 1500);
    await refreshVerdicts(now);
    expect((await recordOf('arxiv:2')).mutedBy).toBeUndefined();
  });

  it('say nothing of an old paper that becomes undecided after they went', async () => {
    const later = 1000 + ruleSpan + 1;
    await mute('3D gaussian');
    await make({ id: 'follow', value: 'ByteDance' });
    await sightOn('2026-03-27', 1000, gauss('arxiv:1'), gauss('arxiv:2'), byteDance('arxiv:3'));
    await decide(['arxiv:1', 'arxiv:3'], 'dismissed', 1100);
    const { action = 0 } = await decide(['arxiv:2'], 'unread', 1200);
    await deleteRule('mute 3D gaussian', 1500);
    await deleteRule('follow', 1500);
    await refreshVerdicts(later);
    await decide(['arxiv:1', 'arxiv:3'], 'undecided', later);
    await undoAction(action, later);
    expect(await countNew()).toEqual({ new: 3, muted: 0, followed: 0 });
  });

  it('judge more papers than one transaction takes', async () => {
    const many = Array.from({ length: 450 }, (_, at) => gauss(`arxiv:${at}`));
    await sightOn('2026-03-27', 1000, ...many);
    await mute('3D gaussian', 2000);
    expect(await countNew()).toEqual({ new: 0, muted: 450, followed: 0 });
    expect(new Set(ids(await listMuted(1000))).size).toBe(450);
    expect(await listMuted(7)).toHaveLength(7);
  });

  it('are kept in order, changed in place, refused with a reason, and come back whole', async () => {
    await make({ id: 'b', value: 'ByteDance', saves: true, tags: [' x ', 'x'] }, 2000);
    await make({ id: 'a', value: 'Google' }, 1000);
    expect(ids(await listRules())).toEqual(['a', 'b']);
    const [, rule] = await listRules();
    expect(rule).toMatchObject({ createdAt: 2000, saves: true, tags: ['x'] });
    if (!rule) throw new Error('no rule');
    expect(await saveRule({ ...rule, effect: 'mute' }, 3000)).toBeUndefined();
    expect((await listRules())[1]).toEqual({
      ...{ id: 'b', effect: 'mute', subject: 'organization', value: 'ByteDance', createdAt: 2000 },
    });
    expect(await saveRule({ ...rule, id: 'c', value: 'google' }, 3000)).toBe('duplicate');
    await deleteRule('b', 1500);
    await restoreRule(rule, 1500);
    expect((await listRules())[1]).toEqual(rule);
  });
});

describe('a rule that acts', () => {
  it('saves new papers once, told by its name and undone as one', async () => {
    await make({ id: 'r', value: 'ByteDance', saves: true });
    const papers = [byteDance('arxiv:1'), byteDance('arxiv:2'), paper('arxiv:3')];
    const states = await sightOn('2026-03-27', 1000, ...papers);
    expect(states).toEqual({ 'arxiv:1': 'unread', 'arxiv:2': 'unread', 'arxiv:3': 'new' });
    const [action] = await listActions();
    expect(action).toMatchObject({ kind: 'ruleSaved', detail: 'ByteDance', total: 2, done: 2 });
    expect(await undoAction(action?.id ?? 0, 2000)).toEqual({ count: 2, left: 0 });
    expect(await countNew()).toEqual({ new: 3, muted: 0, followed: 2 });
    await sightOn('2026-03-28', 3000, byteDance('arxiv:1', { upvotes: 9, organization: 'Other' }));
    await sightOn('2026-03-28', 4000, byteDance('arxiv:1', { upvotes: 10 }));
    expect((await recordOf('arxiv:1')).state).toBe('new');
  });

  it('is not undone in place of what the reader did last', async () => {
    await sightOn('2026-03-27', 900, paper('arxiv:3'));
    await decide(['arxiv:3'], 'dismissed', 950);
    await make({ id: 'r', value: 'ByteDance', saves: true });
    await sightOn('2026-03-27', 1000, byteDance('arxiv:1'));
    expect(await undoLast(2000)).toMatchObject({ action: { kind: 'dismissed' } });
    expect((await recordOf('arxiv:1')).state).toBe('unread');
  });

  it('saves what it tags; two of them do so side by side', async () => {
    await make({ id: 'r', value: 'ByteDance', tags: ['lab'] }, 500);
    await make({ id: 's', subject: 'phrase', value: 'gaussian', saves: true, tags: ['3d'] }, 600);
    await sightOn(
      '2026-03-27',
      1000,
      byteDance('arxiv:1', { title: 'Gaussian' }),
      gauss('arxiv:2'),
    );
    expect(await recordOf('arxiv:1')).toMatchObject({ state: 'unread', tags: ['lab', '3d'] });
    const actions = await listActions();
    expect(actions.map(({ kind, done }) => [kind, done])).toEqual([
      ['ruleTagged', 2],
      ['ruleTagged', 1],
    ]);
    for (const { id } of actions) await undoAction(id, 2000);
    expect(await recordOf('arxiv:1')).toMatchObject({ state: 'new', tags: [] });
    expect(await countNew()).toEqual({ new: 2, muted: 0, followed: 2 });
  });

  it('leaves alone what was there before, what was decided on, and what is seen', async () => {
    await sightOn('2026-03-27', 800, byteDance('arxiv:1'), paper('arxiv:2'), paper('arxiv:4'));
    await decide(['arxiv:2'], 'dismissed', 850);
    await noteImpressions(['arxiv:4'], 800);
    await endVisit(800);
    await make({ id: 'r', value: 'ByteDance', saves: true }, 900);
    await sightOn(
      '2026-03-27',
      1000,
      ...['arxiv:1', 'arxiv:2', 'arxiv:4'].map((id) => byteDance(id)),
    );
    const visit = { day: '2026-03-27', shows: 'digest', visitAt: 1000 } as const;
    await decideOnPage(byteDance('arxiv:3'), 'dismissed', visit, 1001);
    await sightOn('2026-03-27', 2000, byteDance('arxiv:3', { upvotes: 99 }));
    expect(await counts()).toMatchObject({ new: 1, seen: 1, dismissed: 2, unread: 0 });
    expect((await recordOf('arxiv:3')).matches).toEqual(['r']);
  });

  it('acts on what a poll finds, and on a known paper that comes to match', async () => {
    await make({ id: 'r', value: 'ByteDance', saves: true });
    const day = { digest: 'huggingface:day:2026-03-27', day: '2026-03-27' };
    const answer = { checkedAt: 1000, still: 1 };
    const papers = [byteDance('arxiv:1'), paper('arxiv:2')];
    await recordSighting({ ...day, shows: 'poll', visitAt: 1000, papers, answer });
    expect(await counts()).toMatchObject({ unread: 1, new: 1 });
    await recordSighting({
      ...day,
      shows: 'poll',
      visitAt: 2000,
      papers: [byteDance('arxiv:2')],
      answer,
    });
    expect(await counts()).toMatchObject({ unread: 2, new: 0 });
  });
});

describe('trying a rule', () => {
  const rule = { id: 'try', effect: 'mute', subject: 'phrase', value: 'gaussian' } as const;

  it('says what it would have shown and muted in thirty days, and changes nothing', async () => {
    const now = 1000 + ruleSpan;
    await make({ id: 'follow', value: 'ByteDance' });
    await sightOn('2026-03-26', 999, gauss('arxiv:9'));
    await sightOn(
      '2026-03-27',
      1000,
      gauss('arxiv:1'),
      byteDance('arxiv:2', { title: 'Gaussian' }),
    );
    await sightOn('2026-03-28', 2000, gauss('arxiv:3'), paper('arxiv:4'));
    await decide(['arxiv:3'], 'dismissed', 2100);
    const before = await readContents();
    const trial = await tryRule(rule, now);
    expect([ids(trial.muted), ids(trial.shown)]).toEqual([['arxiv:3', 'arxiv:1'], ['arxiv:2']]);
    const follow = await tryRule({ ...rule, effect: 'follow' }, now);
    expect([follow.muted.length, follow.shown.length]).toEqual([0, 3]);
    expect(await matchesOf([{ ...rule, createdAt: 1 }, ...(await listRules())], now)).toEqual(
      new Map([
        ['try', 3],
        ['follow', 1],
      ]),
    );
    expect(await readContents()).toEqual(before);
  });
});

describe('a backup with rules', () => {
  it('has its papers judged by the rules that are here then', async () => {
    await mute('3D gaussian');
    await sightOn('2026-03-27', 1000, gauss('arxiv:1'), byteDance('arxiv:2'));
    const contents = await readContents();
    await deleteEverything();
    await make({ id: 'follow', value: 'ByteDance' }, 2000);
    await restoreNow({ ...contents, rules: [] });
    expect(await countNew()).toEqual({ new: 2, muted: 0, followed: 1 });
    await sightOn('2026-03-27', 2000, gauss('arxiv:3'));
    await restoreNow(contents);
    await refreshVerdicts(3000);
    expect(await countNew()).toEqual({ new: 1, muted: 2, followed: 1 });
  });
});

describe('a verdict torn in two', () => {
  it('is noticed and mended', async () => {
    await sightOn('2026-03-27', 1000, gauss('arxiv:1'));
    const record = await recordOf('arxiv:1');
    await (await connection()).put('papers', { ...record, matches: ['a'], mutedBy: 'b' });
    expect((await findInconsistencies()).join()).toContain(
      'mutedBy of arxiv:1 is "b", not undefined',
    );
    expect((await repairInconsistencies()).length).toBeGreaterThan(0);
  });
});
