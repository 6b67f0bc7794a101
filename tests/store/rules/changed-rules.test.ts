import { describe, expect, it } from 'vitest';
import { undoAction } from '../../../store/actions/undo';
import { deleteEverything, readContents } from '../../../store/backup/contents';
import { endVisit, noteImpressions } from '../../../store/records/impressions';
import { countNew } from '../../../store/records/queries';
import { listMuted } from '../../../store/rules/muted';
import { listRules } from '../../../store/rules/read';
import { refreshVerdicts, ruleSpan } from '../../../store/rules/refresh';
import { deleteRule, restoreRule, saveRule } from '../../../store/rules/rules';
import { decide } from '../../../store/words/decide';
import { restoreNow } from '../../support/contents';
import { byteDance, gauss, ids, make, mute, recordOf } from '../../support/rules';
import { sightOn, useFreshStore } from '../../support/store';

useFreshStore();

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
