import { describe, expect, it } from 'vitest';
import type { Paper } from '../../../papers/paper';
import { openPaper, recordsOf } from '../../../store/records/queries';
import { recordSighting } from '../../../store/records/sightings';
import { paper, sightOn, useFreshStore } from '../../support/store';

useFreshStore();

const id = 'arxiv:2501.00001';
const abs = (visitAt: number, one: Partial<Paper>) =>
  recordSighting({
    digest: 'arxiv:abs:2501.00001',
    shows: 'paper',
    visitAt,
    papers: [{ id, ...one }],
  });
const poll = (visitAt: number, one: Partial<Paper>) =>
  recordSighting({
    ...{ digest: 'huggingface:day:2026-03-27', day: '2026-03-27', shows: 'poll', visitAt },
    papers: [{ id, ...one }],
  });

async function stored() {
  const [record] = await recordsOf([id]);
  const { details } = await openPaper(id);
  return { ...record, ...details };
}

describe('of what sources say', () => {
  it('an older version of a paper, read later, replaces nothing', async () => {
    const third = { version: 3, title: 'Third', abstract: 'New', authors: ['A', 'B'] };
    await abs(1000, third);
    await abs(2000, { version: 1, title: 'First', abstract: 'Old', authors: ['A', 'B', 'C'] });
    expect(await stored()).toMatchObject({ ...third, authorCount: 2 });
  });

  it('the title of arXiv stands against a site that still tells the old one', async () => {
    await poll(1000, { title: 'Old', upvotes: 3 });
    await abs(2000, { version: 2, title: 'New' });
    await poll(3000, { title: 'Old', upvotes: 5 });
    expect(await stored()).toMatchObject({ title: 'New', upvotes: 5 });
  });

  it('an author who left the list in a newer version is gone', async () => {
    await abs(1000, { version: 1, authors: ['A', 'B', 'C'] });
    await abs(2000, { version: 2, authors: ['A', 'B'] });
    expect(await stored()).toMatchObject({ authors: ['A', 'B'], authorCount: 2 });
  });

  it('a card fills gaps, and its counts are as good as any', async () => {
    await poll(1000, { title: 'Whole', upvotes: 3 });
    const [card, organization] = ['card' as const, 'Lab'];
    await sightOn(
      '2026-03-27',
      2000,
      paper(id, { title: 'Cut …', organization, upvotes: 9, source: card }),
    );
    expect(await stored()).toMatchObject({ title: 'Whole', organization, upvotes: 9 });
  });
});
