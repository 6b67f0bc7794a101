import { describe, expect, it } from 'vitest';
import { readContents } from '../../../store/backup/contents';
import { listRules } from '../../../store/rules/read';
import { ruleSpan } from '../../../store/rules/refresh';
import { matchesOf, tryRule } from '../../../store/rules/trial';
import { decide } from '../../../store/words/decide';
import { byteDance, gauss, ids, make } from '../../support/rules';
import { closedAt, paper, sightOn, useFreshStore } from '../../support/store';

useFreshStore();

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

  it('counts each paper once, though the database is closed under it', async () => {
    const papers = Array.from({ length: 201 }, (_, at) => gauss(`arxiv:${at}`));
    await sightOn('2026-03-27', 1000, ...papers);
    for (let number = 1; number < 5; number += 1) {
      const trial = await closedAt(number, () => tryRule(rule, 2000));
      expect(new Set(trial.muted.map(({ id }) => id)).size).toBe(201);
      expect(trial.muted).toHaveLength(201);
      const counts = await closedAt(number, () => matchesOf([{ ...rule, createdAt: 1 }], 2000));
      expect(counts.get('try')).toBe(201);
    }
  });
});
