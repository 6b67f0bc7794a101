import { describe, expect, it } from 'vitest';
import { readContents } from '../../../store/backup/contents';
import { listRules } from '../../../store/rules/read';
import { ruleSpan } from '../../../store/rules/refresh';
import { matchesOf, tryRule } from '../../../store/rules/trial';
import { decide } from '../../../store/words/decide';
import { byteDance, gauss, ids, make } from '../../support/rules';
import { paper, sightOn, useFreshStore } from '../../support/store';

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
});
