import { describe, expect, it } from 'vitest';
import { decide } from '../../store/decide';
import { saveNote } from '../../store/notes';
import { counts, openPaper, recordsOf, statesOnPage } from '../../store/queries';
import { sight } from '../../store/sight';
import { paper, sightOn, useFreshStore } from '../support/store';

useFreshStore();

describe('a sighting', () => {
  it('makes an unknown paper new, to this visit only', async () => {
    expect(await sightOn('2026-03-27', 1000, paper('arxiv:1'))).toEqual({ 'arxiv:1': 'new' });
    expect(await sightOn('2026-03-27', 1000, paper('arxiv:1'))).toEqual({ 'arxiv:1': 'new' });
    expect((await counts()).new).toBe(1);
    expect(await sightOn('2026-03-30', 2000, paper('arxiv:1'))).toEqual({ 'arxiv:1': 'seen' });
    expect(await counts()).toMatchObject({ new: 0, seen: 1 });
  });

  it('leaves a paper new to the visit that found it, even after a later one', async () => {
    await sightOn('2026-03-27', 1000, paper('arxiv:1'));
    await sightOn('2026-03-30', 2000, paper('arxiv:1'));
    expect(await statesOnPage(['arxiv:1'], 1000)).toEqual({ 'arxiv:1': 'new' });
    expect(await statesOnPage(['arxiv:1'], 2000)).toEqual({ 'arxiv:1': 'seen' });
  });

  it('does not depend on the clock going forward', async () => {
    await sightOn('2026-03-27', 9000, paper('arxiv:1'));
    expect(await sightOn('2026-03-27', 5, paper('arxiv:1'))).toEqual({ 'arxiv:1': 'seen' });
  });

  it('of a paper on its own page counts no new paper', async () => {
    const visit = { digest: 'arxiv:abs:1', shows: 'paper', visitAt: 1000 } as const;
    expect(await sight({ ...visit, papers: [paper('arxiv:1')] })).toEqual({ 'arxiv:1': 'new' });
    expect(await counts()).toMatchObject({ new: 0, seen: 1 });
    expect(await sightOn('2026-03-27', 2000, paper('arxiv:1'))).toEqual({ 'arxiv:1': 'seen' });
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
    expect(await statesOnPage(['doi:10.1/x', 'arxiv:1'], 2000)).toEqual({
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
    expect((await openPaper('arxiv:1')).note?.text).toBe('mine\n\ntheirs');
    expect(await recordsOf(['doi:10.1/x'])).toMatchObject([{ id: 'arxiv:1', state: 'read' }]);
  });
});
