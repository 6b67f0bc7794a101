import { expect, it } from 'vitest';
import { outgoingPaper, wholePaper } from '../../exports/along';
import type { PaperRecord } from '../../papers/record';
import { text } from './outgoing';

const fields = {
  groups: 'Thesis',
  labels: 'one',
  readstatus: 'half of it',
  ranking: 'rank3',
  volume: '7',
};
const stored = {
  record: { id: 'doi:10.1000/a', title: 'T', authors: [], tags: ['one'], state: 'read' },
  details: { id: 'doi:10.1000/a', extra: { bibtex: { at: 1, fields } } },
};

it.each([
  ['tags', ['groups', 'labels', 'keywords']],
  ['status', ['readstatus', 'ranking']],
] as const)('%s that stay behind do so wherever a file had told of them', async (part, names) => {
  const record = stored.record as unknown as PaperRecord;
  const whole = await text('bibtex', [outgoingPaper({ ...stored, record }, wholePaper)]);
  for (const name of names) expect(whole).toContain(`${name} = `);
  const along = { ...wholePaper, [part]: false };
  const left = await text('bibtex', [outgoingPaper({ ...stored, record }, along)]);
  for (const name of names) expect(left).not.toContain(`${name} = `);
  expect(left).toContain('volume = {7}');
});
