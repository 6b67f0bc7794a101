import { expect, it } from 'vitest';
import { linksOf } from '../../../components/paper/links';
import { linkOf } from '../../../exports/share';
import { usualHomes } from '../../../papers/homes';
import type { Paper } from '../../../papers/paper';
import { facesOf } from '../../../papers/same/faces-of';
import { leadFace, leadOf } from '../../../papers/same/lead';
import { changeMany } from '../../../store/actions/change';
import { listActions } from '../../../store/actions/list';
import { undoAction, undoLast } from '../../../store/actions/undo';
import { deleteEverything, readContents } from '../../../store/backup/contents';
import { openPaper, recordsOf } from '../../../store/records/queries';
import { recordSighting } from '../../../store/records/sightings';
import { decide } from '../../../store/words/decide';
import { restoreNow } from '../../support/contents';
import { paper, useFreshStore } from '../../support/store';

useFreshStore();

const [preprint, copy] = ['arxiv:2501.00001', 'doi:10.1145/1.2'];
const title = 'Scaling Laws for Reward Models';

const sees = (digest: string, visitAt: number, one: Paper) =>
  recordSighting({ digest, shows: 'paper', visitAt, papers: [one] });

/** A preprint, and the published copy that says which preprint it was. */
async function fill(): Promise<void> {
  await sees('arxiv:abs:2501.00001', 1000, paper(preprint, { title, publishedAt: '2025-01-02' }));
  await decide([preprint], 'unread', 1100);
  await sees('page:dl.acm.org', 2000, {
    ...paper(copy, { title, publishedAt: '2026-02-01', venue: 'Transactions on Rewards' }),
    aliases: [preprint],
  });
}

async function whole() {
  const [record] = await recordsOf([preprint]);
  if (!record) throw new Error('no paper');
  const { details } = await openPaper(record.id);
  return { record, details };
}

it('is one row with two faces, each with its own day and place', async () => {
  await fill();
  const { record, details } = await whole();
  expect(record).toMatchObject({ id: preprint, aliases: [copy], state: 'unread' });
  expect(facesOf(record, details)).toEqual([
    { id: preprint, isPreprint: true, publishedAt: '2025-01-02' },
    { id: copy, isPreprint: false, publishedAt: '2026-02-01', venue: 'Transactions on Rewards' },
  ]);
  expect(leadOf(record)).toBe(preprint);
  expect(leadFace(record)).toEqual({ publishedAt: '2025-01-02', venue: undefined });
  expect(linksOf(record, details, usualHomes).row[0]?.href).toBe(
    'https://huggingface.co/papers/2501.00001',
  );
});

it('opens where the reader chose, with the day and place of that, until that is undone', async () => {
  await fill();
  await changeMany([preprint], { kind: 'lead', to: copy }, 3000);
  const { record, details } = await whole();
  expect(leadFace(record)).toEqual({ publishedAt: '2026-02-01', venue: 'Transactions on Rewards' });
  expect(linksOf(record, details, usualHomes).row.map(({ name, href }) => [name, href])).toEqual([
    ['linkPublisher', 'https://doi.org/10.1145/1.2'],
    ['linkHuggingFace', 'https://huggingface.co/papers/2501.00001'],
    ['linkArxiv', 'https://arxiv.org/abs/2501.00001'],
    ['linkPdf', 'https://arxiv.org/pdf/2501.00001'],
  ]);
  expect(linkOf(record)).toBe('https://doi.org/10.1145/1.2');
  await undoLast(3100);
  expect(leadOf((await whole()).record)).toBe(preprint);
});

it('leads by an id of its own alone', async () => {
  await fill();
  await changeMany([preprint], { kind: 'lead', to: 'doi:10.1/other' }, 3000);
  expect(leadOf((await whole()).record)).toBe(preprint);
});

it('joins what was two rows when a page says that they are one, and parts them whole', async () => {
  await sees('arxiv:abs:2501.00001', 900, paper(preprint, { title, publishedAt: '2025-01-02' }));
  await sees('page:dl.acm.org', 950, paper(copy, { title, publishedAt: '2026-02-01' }));
  await fill();
  expect(facesOf((await whole()).record, undefined)).toMatchObject([
    { publishedAt: '2025-01-02' },
    { publishedAt: '2026-02-01' },
  ]);
  const joined = (await listActions()).find(({ kind }) => kind === 'joined');
  await undoAction(joined?.id ?? 0, 5000);
  expect((await whole()).record).not.toHaveProperty('faces');
  expect(await recordsOf([preprint, copy])).toMatchObject([{ id: preprint }, { id: copy }]);
});

it('has a preprint with a DOI of its own and the published copy as two faces', async () => {
  const early = 'doi:10.1101/2024.01.02.573901';
  await sees('page:biorxiv.org', 1000, paper(early, { title, aliases: ['doi:10.1038/s1'] }));
  const [record] = await recordsOf(['doi:10.1038/s1']);
  expect(record).toMatchObject({ id: early });
  expect(record && facesOf(record, undefined).map((face) => face.isPreprint)).toEqual([
    true,
    false,
  ]);
});

it('is in a backup with all of it', async () => {
  await fill();
  await changeMany([preprint], { kind: 'lead', to: copy }, 3000);
  const before = await whole();
  const contents = await readContents();
  await deleteEverything();
  await restoreNow(contents);
  expect(await whole()).toEqual(before);
});
