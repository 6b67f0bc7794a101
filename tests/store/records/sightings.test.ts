import { describe, expect, it } from 'vitest';
import { writeOptions } from '../../../lib/options';
import { isAgain } from '../../../papers/record';
import { undoLast } from '../../../store/actions/undo';
import { countNewOn, readDays } from '../../../store/days/days';
import { counts, openPaper, recordsOf, statesOnPage } from '../../../store/records/queries';
import { recordSighting } from '../../../store/records/sightings';
import { decide, decideOnPage } from '../../../store/words/decide';
import { saveNote } from '../../../store/words/notes';
import { paper, sightOn, useFreshStore } from '../../support/store';

useFreshStore();

describe('a sighting', () => {
  it('makes an unknown paper new, and keeps it new as long as nobody has seen it', async () => {
    expect(await sightOn('2026-03-27', 1000, paper('arxiv:1'))).toEqual({ 'arxiv:1': 'new' });
    expect(await sightOn('2026-03-30', 2000, paper('arxiv:1'))).toEqual({ 'arxiv:1': 'new' });
    expect((await counts()).new).toBe(1);
  });

  it('of a paper on its own page is seeing it', async () => {
    await sightOn('2026-03-27', 900, paper('arxiv:2'));
    const visit = { digest: 'arxiv:abs:1', shows: 'paper', visitAt: 1000 } as const;
    const papers = [paper('arxiv:1'), paper('arxiv:2')];
    expect(await recordSighting({ ...visit, papers })).toEqual({
      'arxiv:1': 'seen',
      'arxiv:2': 'seen',
    });
    expect(await counts()).toMatchObject({ new: 0, seen: 2 });
  });

  it('of a paper on its own page is not seeing it where only an action counts', async () => {
    await writeOptions({ seenWhen: 'action' });
    const visit = { digest: 'arxiv:abs:1', shows: 'paper', visitAt: 1000 } as const;
    expect(await recordSighting({ ...visit, papers: [paper('arxiv:1')] })).toEqual({
      'arxiv:1': 'new',
    });
    await decideOnPage(paper('arxiv:1'), 'dismissed', visit, 1100);
    await undoLast(1200);
    expect(await counts()).toMatchObject({ new: 1, seen: 0, dismissed: 0 });
  });

  it('by a poll is no visit', async () => {
    const poll = {
      digest: 'huggingface:day:2026-03-27',
      day: '2026-03-27',
      shows: 'poll',
    } as const;
    const answer = { checkedAt: 1000, still: 1 };
    await recordSighting({ ...poll, visitAt: 1000, papers: [paper('arxiv:1')], answer });
    await recordSighting({ ...poll, visitAt: 2000, papers: [paper('arxiv:1')], answer });
    expect(await recordsOf(['arxiv:1'])).toMatchObject([{ state: 'new', lastSeenAt: 1000 }]);
    expect(await readDays('2026-03-01', '2026-03-31')).toEqual([
      { day: '2026-03-27', ids: ['arxiv:1'], ...answer },
    ]);
  });

  it('fills gaps with what the page is not sure of, and replaces nothing by it', async () => {
    const unsure = ['title', 'abstract', 'aiSummary'] as const;
    const shown = { title: 'Unsure', abstract: 'Cut', aiSummary: 'Short' };
    const known = { title: 'Title', abstract: 'Whole', aiSummary: 'Summary' };
    const stored = async () => {
      const [[record], { details }] = await Promise.all([
        recordsOf(['arxiv:1']),
        openPaper('arxiv:1'),
      ]);
      return { title: record?.title, abstract: details?.abstract, aiSummary: details?.aiSummary };
    };
    await sightOn('2026-03-27', 1000, paper('arxiv:1', { ...shown, unsure }));
    expect(await stored()).toEqual(shown);
    await sightOn('2026-03-27', 2000, paper('arxiv:1', known));
    expect(await stored()).toEqual(known);
    await sightOn('2026-03-27', 3000, paper('arxiv:1', { ...shown, unsure }));
    expect(await stored()).toEqual(known);
  });

  it('keeps a title that the page does not tell', async () => {
    await sightOn('2026-03-27', 1000, paper('arxiv:1', { title: 'Title' }));
    await sightOn('2026-03-27', 2000, { id: 'arxiv:1', upvotes: 7 });
    expect(await recordsOf(['arxiv:1'])).toMatchObject([{ title: 'Title', upvotes: 7 }]);
  });

  it('tells the days a paper was on', async () => {
    const on = (day: string) => paper('arxiv:1', { dailyAt: `${day}T00:00:00.000Z` });
    await sightOn('2026-04-16', 1000, on('2026-04-16'));
    await sightOn('2026-04-10', 2000, on('2026-04-10'));
    const [record] = await recordsOf(['arxiv:1']);
    expect(record).toMatchObject({ day: '2026-04-16', firstDay: '2026-04-10' });
    expect(record && isAgain(record)).toBe(true);
    expect(await countNewOn(['2026-04-10', '2026-04-16'])).toEqual(
      new Map([
        ['2026-04-10', 0],
        ['2026-04-16', 1],
      ]),
    );
  });

  it('keeps what is known when a page says less, and takes what it says better', async () => {
    await sightOn('2026-03-27', 1000, paper('arxiv:1', { abstract: 'Long', organization: 'A' }));
    await sightOn('2026-03-28', 2000, { id: 'arxiv:1', upvotes: 9, aiSummary: 'Short' });
    const [record] = await recordsOf(['arxiv:1']);
    expect(record).toMatchObject({ title: 'Paper arxiv:1', organization: 'A', upvotes: 9 });
    const { details } = await openPaper('arxiv:1');
    expect(details).toMatchObject({ abstract: 'Long', aiSummary: 'Short' });
  });

  it('never touches what the reader wrote', async () => {
    await sightOn('2026-03-27', 1000, paper('arxiv:1'));
    await decide(['arxiv:1'], 'reading', 1100);
    await saveNote('arxiv:1', 'Table 4', 0, '—', 1200);
    await sightOn('2026-03-28', 2000, paper('arxiv:1', { title: 'Better title' }));
    const [record] = await recordsOf(['arxiv:1']);
    expect(record).toMatchObject({ state: 'reading', title: 'Better title', hasNote: true });
    expect((await openPaper('arxiv:1')).note?.text).toBe('Table 4');
  });

  it('keeps every author of a paper with 300', async () => {
    const authors = Array.from({ length: 300 }, (_, index) => `Author ${index}`);
    await sightOn('2026-03-27', 1000, paper('arxiv:1', { authors }));
    const [record] = await recordsOf(['arxiv:1']);
    expect(record?.authorCount).toBe(300);
    expect(record?.authors).toHaveLength(30);
    expect((await openPaper('arxiv:1')).details?.authors).toEqual(authors);
  });
});

describe('an alias', () => {
  it('finds the same paper', async () => {
    await sightOn('2026-03-27', 1000, paper('arxiv:1', { aliases: ['doi:10.1/x'] }));
    await decide(['doi:10.1/x'], 'unread', 1100);
    expect(await statesOnPage(['doi:10.1/x', 'arxiv:1'])).toEqual({
      'doi:10.1/x': 'unread',
      'arxiv:1': 'unread',
    });
    expect(await counts()).toMatchObject({ unread: 1, new: 0 });
  });

  it('joins two papers that turn out to be one, keeping the words of both', async () => {
    await sightOn('2026-03-27', 1000, paper('arxiv:1'), paper('doi:10.1/x'));
    await decide(['arxiv:1'], 'unread', 1100);
    await saveNote('arxiv:1', 'mine', 0, '—', 1200);
    await decide(['doi:10.1/x'], 'read', 1300);
    await saveNote('doi:10.1/x', 'theirs', 0, '—', 1400);
    await sightOn('2026-03-28', 2000, paper('arxiv:1', { aliases: ['doi:10.1/x'] }));
    expect(await counts()).toMatchObject({ unread: 0, read: 1, new: 0 });
    expect((await openPaper('arxiv:1')).note?.text).toBe(
      'mine\n\n— also written elsewhere —\ntheirs',
    );
    expect(await recordsOf(['doi:10.1/x'])).toMatchObject([{ id: 'arxiv:1', state: 'read' }]);
  });
});
