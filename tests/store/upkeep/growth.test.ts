import { describe, expect, it } from 'vitest';
import { isoDay } from '../../../papers/record';
import { listActions } from '../../../store/actions/list';
import { undoAction } from '../../../store/actions/undo';
import { connection } from '../../../store/database/connection';
import { endVisit, noteImpressions } from '../../../store/records/impressions';
import { countKept } from '../../../store/records/kept';
import { counts, recordsOf, statesOnPage } from '../../../store/records/queries';
import { recordSighting } from '../../../store/records/sightings';
import { saveRule } from '../../../store/rules/rules';
import { readNamed } from '../../../store/search/unsaved';
import { age } from '../../../store/upkeep/growth';
import { repairInconsistencies } from '../../../store/upkeep/repair';
import { decide, decideOnPage, star } from '../../../store/words/decide';
import { saveNote } from '../../../store/words/notes';
import { markOpened } from '../../../store/words/opened';
import {
  inDays,
  paperIds,
  pastIds,
  shrunken,
  sightAfter,
  start,
  stateOf,
} from '../../support/aging';
import { paper, useFreshStore } from '../../support/store';
import { setTags } from '../../support/tags';

useFreshStore();

describe('a paper that the reader says nothing of', () => {
  it('shrinks ninety days after it was last met, to what tells it from a new one', async () => {
    await sightAfter(
      0,
      paper('arxiv:1', { abstract: 'Long. '.repeat(200), aliases: ['doi:10.1/a'] }),
    );
    await noteImpressions(['arxiv:1'], start);
    await endVisit(start);
    expect(await age(inDays(89), false)).toEqual({ missed: 0, shrunk: 0 });
    expect(await age(inDays(91), false)).toEqual({ missed: 0, shrunk: 1 });
    expect(await paperIds()).toEqual([]);
    expect(await (await connection()).count('details')).toBe(0);
    const [past] = await (await connection()).getAll('past');
    expect(past).toMatchObject({ id: 'arxiv:1', seenAt: start, firstSeenAt: start, upvotes: 3 });
    expect(JSON.stringify(past).length).toBeLessThan(500);
    expect(await countKept()).toEqual({ saved: 0, undecided: 0, missed: 0, gone: 0, past: 1 });
    expect(await age(inDays(92), false)).toEqual({ missed: 0, shrunk: 0 });
  });

  it('is kept whole where the reader chose so', async () => {
    await sightAfter(0, paper('arxiv:1'));
    expect(await age(inDays(31), true)).toEqual({ missed: 1, shrunk: 0 });
    expect(await age(inDays(900), true)).toEqual({ missed: 0, shrunk: 0 });
    expect(await paperIds()).toEqual(['arxiv:1']);
  });

  it('is one without any word, even one that was taken back', async () => {
    const ids = ['saved', 'dismissed', 'undone', 'tagged', 'starred', 'noted', 'opened', 'silent'];
    await sightAfter(0, ...ids.map((id) => paper(`url:${id}`)));
    await decide(['url:saved', 'url:tagged', 'url:starred', 'url:noted'], 'saved', inDays(1));
    await decide(['url:dismissed'], 'dismissed', inDays(1));
    const undone = await decide(['url:undone'], 'dismissed', inDays(1));
    await undoAction(undone.action ?? 0, inDays(2));
    await setTags('url:tagged', ['x'], inDays(2));
    await star(['url:starred'], true, inDays(2));
    await saveNote('url:noted', 'A word', 0, '—', inDays(2));
    await decide(['url:tagged', 'url:starred'], 'undecided', inDays(3));
    await markOpened('url:opened', inDays(3), { startsReading: false });
    await age(inDays(31), false);
    expect(await age(inDays(200), false)).toMatchObject({ shrunk: 1 });
    expect(await pastIds()).toEqual(['url:silent']);
  });

  it('is met again: with its dates, as seen or missed as it was, never as new', async () => {
    await shrunken([paper('arxiv:1')], [paper('arxiv:2', { aliases: ['doi:10.1/b'] })]);
    expect(await statesOnPage(['arxiv:1', 'arxiv:2', 'doi:10.1/b', 'arxiv:3'])).toEqual({
      ...{ 'arxiv:1': 'seen', 'arxiv:2': 'missed', 'doi:10.1/b': 'missed', 'arxiv:3': 'new' },
    });
    const abstract = 'What it is about';
    const states = await sightAfter(100, paper('arxiv:1', { abstract }), paper('arxiv:3'));
    expect(states).toEqual({ 'arxiv:1': 'seen', 'arxiv:3': 'new' });
    expect(await sightAfter(100, paper('doi:10.1/b'))).toEqual({ 'doi:10.1/b': 'missed' });
    const [one, other] = await recordsOf(['arxiv:1', 'arxiv:2']);
    expect(one).toMatchObject({ seenAt: start, firstSeenAt: start, firstDay: isoDay(start) });
    expect(one).toMatchObject({ day: isoDay(inDays(100)), authors: paper('arxiv:1').authors });
    expect(other).toMatchObject({ id: 'arxiv:2', state: 'missed', firstSeenAt: start });
    expect(await pastIds()).toEqual([]);
    expect(await counts()).toMatchObject({ new: 1, seen: 1, missed: 1 });
    await age(inDays(120), false);
    expect(await pastIds()).toEqual([]);
  });

  it('is met again by a poll, and no rule acts on it', async () => {
    await shrunken([], [paper('arxiv:1')]);
    const follow = { id: 'f', effect: 'follow', subject: 'author', saves: true } as const;
    await saveRule({ ...follow, value: 'Ada Lovelace' }, inDays(93));
    const day = isoDay(inDays(95));
    const digest = `huggingface:day:${day}`;
    const papers = [paper('arxiv:1'), paper('arxiv:2')];
    await recordSighting({ digest, day, shows: 'poll', visitAt: inDays(95), papers });
    expect(await counts()).toMatchObject({ new: 0, missed: 1, unread: 1 });
    await age(inDays(96), false);
    expect(await stateOf('arxiv:1')).toBe('missed');
    expect(await pastIds()).toEqual([]);
  });

  it('is found by its id, and saved by its id or from a link', async () => {
    await shrunken([paper('arxiv:1')], [paper('arxiv:2')]);
    expect((await readNamed(['arxiv:1'])).map(({ head }) => head.id)).toEqual(['arxiv:1']);
    await decide(['arxiv:1'], 'saved', inDays(93));
    const visit = { shows: 'digest', visitAt: inDays(93) } as const;
    const link = { id: 'arxiv:2', title: 'PDF', source: 'link' } as const;
    await decideOnPage(link, 'saved', visit, inDays(93));
    expect(await recordsOf(['arxiv:1', 'arxiv:2'])).toMatchObject([
      { state: 'unread', title: 'Paper arxiv:1', firstSeenAt: start },
      { state: 'unread', title: 'Paper arxiv:2', firstSeenAt: start },
    ]);
    expect(await pastIds()).toEqual([]);
  });

  it('is joined with another one as any paper is', async () => {
    await shrunken([paper('arxiv:1')]);
    await sightAfter(93, paper('doi:10.1/c', { title: 'Paper arxiv:1' }));
    await decide(['doi:10.1/c'], 'saved', inDays(94));
    await sightAfter(95, paper('arxiv:1', { aliases: ['doi:10.1/c'] }));
    expect(await recordsOf(['doi:10.1/c'])).toMatchObject([{ state: 'unread', seenAt: start }]);
    expect(await paperIds()).toHaveLength(1);
  });
});

describe('giving an end to papers', () => {
  it('goes on where it was stopped or killed', async () => {
    const papers = Array.from({ length: 450 }, (_, at) => paper(`arxiv:${at}`));
    await sightAfter(0, ...papers);
    const stopping = new AbortController();
    const pausing = age(inDays(31), false, stopping.signal);
    stopping.abort();
    const first = await pausing;
    expect(first.missed).toBeLessThan(450);
    expect(await counts()).toMatchObject({ missed: first.missed, new: 450 - first.missed });
    const second = await age(inDays(31), false);
    expect(first.missed + second.missed).toBe(450);
    let left = 1;
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...given) {
      if (this.name === 'past' && left-- < -250) throw new DOMException('Killed', 'AbortError');
      return put.apply(this, given);
    };
    await expect(age(inDays(95), false)).rejects.toThrow();
    IDBObjectStore.prototype.put = put;
    const kept = await countKept();
    expect(kept.past + kept.missed).toBe(450);
    expect(kept.past).toBe(200);
    expect(await age(inDays(95), false)).toEqual({ missed: 0, shrunk: 250 });
  });

  it('leaves alone what a join or a restore can still be undone for', async () => {
    await sightAfter(0, paper('arxiv:1'), paper('doi:10.1/d', { title: 'Paper arxiv:1' }));
    await sightAfter(1, paper('arxiv:1', { aliases: ['doi:10.1/d'] }));
    await age(inDays(40), false);
    await age(inDays(200), false);
    expect(await paperIds()).toEqual(['arxiv:1']);
    const [joined] = await listActions();
    await undoAction(joined?.id ?? 0, inDays(201));
    expect(await paperIds()).toEqual(['arxiv:1', 'doi:10.1/d']);
  });

  it('lets an action that is older be undone', async () => {
    await sightAfter(0, paper('arxiv:1'), paper('arxiv:2'));
    const { action = 0 } = await decide(['arxiv:1'], 'dismissed', inDays(1));
    await age(inDays(31), false);
    await age(inDays(200), false);
    expect(await pastIds()).toEqual(['arxiv:2']);
    expect(await undoAction(action, inDays(201))).toMatchObject({ count: 1 });
    expect(await stateOf('arxiv:1')).toBe('new');
    await age(inDays(202), false);
    expect(await stateOf('arxiv:1')).toBe('missed');
  });

  it('is repaired where a paper is there and has shrunk', async () => {
    await shrunken([paper('arxiv:1')]);
    const [past] = await (await connection()).getAll('past');
    await sightAfter(93, paper('arxiv:1'));
    if (past) await (await connection()).put('past', past);
    expect(await repairInconsistencies()).toEqual(['past arxiv:1']);
  });
});
