import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../papers/rules/rule';
import { connection } from '../../../store/database/connection';
import { noteImpressions } from '../../../store/records/impressions';
import { recordsOf, undecidedOf } from '../../../store/records/queries';
import { standingOnPage } from '../../../store/records/remarks';
import { write } from '../../../store/records/writer';
import { addTag, decide } from '../../../store/words/decide';
import { paper, sightOn, useFreshStore } from '../../support/store';

useFreshStore();

const nameOf = ({ value }: Rule) => value;
const remarksOnPage = async (ids: string[], day?: string) =>
  (await standingOnPage({ ids, day }, nameOf)).remarks;
const statesOnPage = async (ids: string[], visitAt?: number) =>
  (await standingOnPage({ ids, visitAt }, nameOf)).states;

/** Marks a stored paper as rules do. */
function mark(id: string, change: { matches?: string[]; mutedBy?: string }): Promise<void> {
  return write(async (writer) => {
    const record = await writer.find(id);
    if (record) writer.put(record, { ...record, ...change });
  });
}

describe('the remarks of a page', () => {
  it('name the rules that a paper matches, and the one that mutes it until it is decided', async () => {
    const rules = (await connection()).transaction('rules', 'readwrite').store;
    const made = { createdAt: 1, stamp: { at: 1, device: '' } };
    await rules.put({ id: 'a', effect: 'follow', subject: 'author', value: 'Ada', ...made });
    await rules.put({ id: 'b', effect: 'mute', subject: 'phrase', value: 'splat', ...made });
    await sightOn('2026-03-27', 1000, paper('arxiv:1'), paper('arxiv:2'), paper('arxiv:3'));
    await mark('arxiv:1', { matches: ['a', 'gone'] });
    await mark('arxiv:2', { mutedBy: 'b' });
    const ids = ['arxiv:1', 'arxiv:2', 'arxiv:3', 'arxiv:9'];
    expect(await remarksOnPage(ids)).toEqual({
      'arxiv:1': { followed: ['Ada'] },
      'arxiv:2': { muted: 'splat' },
    });
    await decide(['arxiv:2'], 'unread', 2000);
    expect(await remarksOnPage(['arxiv:2'])).toEqual({});
  });

  it('tell of a paper in the bin, which dismissing the rest of a page leaves there', async () => {
    await sightOn('2026-03-27', 1000, paper('arxiv:1'), paper('arxiv:2'));
    await decide(['arxiv:1'], 'deleted', 2000);
    const ids = ['arxiv:1', 'arxiv:2'];
    expect(await remarksOnPage(ids)).toEqual({ 'arxiv:1': { isBinned: true } });
    expect(await undecidedOf(ids)).toEqual(['arxiv:2']);
  });

  it('say of a paper that comes again when it came first, but not on that day', async () => {
    await sightOn('2026-03-03', 1000, paper('arxiv:1'));
    await sightOn('2026-03-27', 2000, paper('arxiv:1'));
    const again = { 'arxiv:1': { firstDay: '2026-03-03' } };
    expect(await remarksOnPage(['arxiv:1'], '2026-03-27')).toEqual(again);
    expect(await remarksOnPage(['arxiv:1'])).toEqual(again);
    expect(await remarksOnPage(['arxiv:1'], '2026-03-03')).toEqual({});
  });
});

describe('a visit that begins', () => {
  it('is told at once of what another one has looked at', async () => {
    await sightOn('2026-03-27', 1000, paper('arxiv:1'), paper('arxiv:2'));
    await noteImpressions(['arxiv:1'], 1000);
    const ids = ['arxiv:1', 'arxiv:2'];
    expect(await statesOnPage(ids)).toEqual({ 'arxiv:1': 'new', 'arxiv:2': 'new' });
    expect(await statesOnPage(ids, 1000)).toEqual({ 'arxiv:1': 'new', 'arxiv:2': 'new' });
    expect(await statesOnPage(ids, 2000)).toEqual({ 'arxiv:1': 'seen', 'arxiv:2': 'new' });
  });
});

describe('the list of a day', () => {
  it('is answered before the page can say what is on it, the newest of a list that has grown', async () => {
    const all = Array.from({ length: 310 }, (_, at) => `arxiv:${at}`);
    await sightOn('2026-03-27', 1000, ...all.map((id) => paper(id)));
    await decide(['arxiv:309'], 'unread', 2000);
    const { states } = await standingOnPage({ listed: '2026-03-27' }, nameOf);
    expect(Object.keys(states)).toHaveLength(300);
    expect(states).toMatchObject({ 'arxiv:308': 'new', 'arxiv:309': 'unread' });
    expect(await standingOnPage({ listed: '2026-03-26' }, nameOf)).toEqual({
      states: {},
      remarks: {},
    });
  });
});

describe('a tag given on a page', () => {
  it('saves a paper that is not in the list, and leaves one that is where it is', async () => {
    await sightOn('2026-03-27', 1000, paper('arxiv:1'), paper('arxiv:2'));
    await decide(['arxiv:2'], 'read', 1500);
    await addTag('arxiv:1', 'rl', 2000);
    await addTag('arxiv:2', 'rl', 2000);
    await addTag('arxiv:9', 'rl', 2000);
    expect(await recordsOf(['arxiv:1', 'arxiv:2', 'arxiv:9'])).toMatchObject([
      { state: 'unread', tags: ['rl'] },
      { state: 'read', tags: ['rl'] },
    ]);
  });
});
