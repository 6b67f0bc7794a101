import { describe, expect, it } from 'vitest';
import { isoDay } from '../../../papers/record';
import { undoAction } from '../../../store/actions/undo';
import { listWaiting } from '../../../store/deck/waiting-papers';
import { endVisit, noteImpressions } from '../../../store/records/impressions';
import { counts } from '../../../store/records/queries';
import { recordSighting } from '../../../store/records/sightings';
import { refreshVerdicts } from '../../../store/rules/refresh';
import { deleteRule, saveRule } from '../../../store/rules/rules';
import { readUnsaved } from '../../../store/search/unsaved';
import { age } from '../../../store/upkeep/growth';
import { decide } from '../../../store/words/decide';
import { inDays, sightAfter, start, stateOf } from '../../support/aging';
import { paper, useFreshStore } from '../../support/store';

useFreshStore();

describe('a new paper', () => {
  it('is missed thirty days after it came and was listed, not earlier', async () => {
    await sightAfter(0, paper('arxiv:1'));
    await sightAfter(10, paper('arxiv:2'));
    expect(await age(inDays(29), false)).toEqual({ missed: 0, shrunk: 0 });
    expect(await age(inDays(31), false)).toEqual({ missed: 1, shrunk: 0 });
    expect(await counts()).toMatchObject({ new: 1, missed: 1, seen: 0 });
    expect((await listWaiting(inDays(31))).map(({ id }) => id)).toEqual(['arxiv:2']);
    expect((await readUnsaved('missed')).map(({ head }) => head.id)).toEqual(['arxiv:1']);
  });

  it('that is listed again meanwhile waits for another month', async () => {
    await sightAfter(0, paper('arxiv:1'));
    await sightAfter(20, paper('arxiv:1'));
    await age(inDays(31), false);
    expect(await stateOf('arxiv:1')).toBe('new');
    await age(inDays(51), false);
    expect(await stateOf('arxiv:1')).toBe('missed');
  });

  it('that was missed stays so on a page and in a poll until it was on screen', async () => {
    await sightAfter(0, paper('arxiv:1'));
    await age(inDays(31), false);
    const day = isoDay(inDays(40));
    const digest = `huggingface:day:${day}`;
    const papers = [paper('arxiv:1', { upvotes: 90 })];
    await recordSighting({ digest, day, shows: 'poll', visitAt: inDays(40), papers });
    expect(await sightAfter(41, paper('arxiv:1'))).toEqual({ 'arxiv:1': 'missed' });
    expect(await counts()).toMatchObject({ new: 0, missed: 1 });
    await noteImpressions(['arxiv:1'], inDays(41));
    await endVisit(inDays(41));
    expect(await counts()).toMatchObject({ missed: 0, seen: 1 });
  });

  it('that was missed can be saved and dismissed, and an undo makes it missed again', async () => {
    await sightAfter(0, paper('arxiv:1'), paper('arxiv:2'));
    await age(inDays(31), false);
    await decide(['arxiv:1'], 'saved', inDays(32));
    const dismissed = await decide(['arxiv:2'], 'dismissed', inDays(32));
    expect(await counts()).toMatchObject({ unread: 1, dismissed: 1, missed: 0 });
    await undoAction(dismissed.action ?? 0, inDays(33));
    expect(await stateOf('arxiv:2')).toBe('missed');
    await decide(['arxiv:1'], 'undecided', inDays(34));
    expect(await stateOf('arxiv:1')).toBe('missed');
  });

  it('that a rule mutes is missed as well, and counts when the rule is gone', async () => {
    const rule = { id: 'm', effect: 'mute', subject: 'author', value: 'Ada Lovelace' } as const;
    await saveRule(rule, start);
    await sightAfter(0, paper('arxiv:1'), paper('arxiv:2', { authors: ['Grace Hopper'] }));
    expect(await counts()).toMatchObject({ new: 1 });
    await age(inDays(31), false);
    expect(await counts()).toMatchObject({ new: 0, missed: 1 });
    expect((await readUnsaved('missed')).map(({ head }) => head.id)).toEqual(['arxiv:2']);
    await deleteRule('m', inDays(32));
    await refreshVerdicts(inDays(32));
    expect(await counts()).toMatchObject({ new: 0, missed: 2 });
  });
});
