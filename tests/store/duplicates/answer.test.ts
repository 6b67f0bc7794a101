import { describe, expect, it } from 'vitest';
import { listActions } from '../../../store/actions/list';
import { undoAction, undoLast } from '../../../store/actions/undo';
import { deleteEverything, readContents } from '../../../store/backup/contents';
import { confirmSame, refuseSame } from '../../../store/duplicates/answer';
import { findDuplicates } from '../../../store/duplicates/find';
import { openPaper, recordsOf } from '../../../store/records/queries';
import { recordSighting } from '../../../store/records/sightings';
import { decide } from '../../../store/words/decide';
import { saveNote } from '../../../store/words/notes';
import { restoreNow } from '../../support/contents';
import { paper, sightOn, useFreshStore } from '../../support/store';
import { setTags } from '../../support/tags';

useFreshStore();

const [preprint, copy] = ['arxiv:2501.00001', 'doi:10.1145/1.2'];
const title = 'Scaling Laws for Reward Models';

/** Two saved papers of one title, with words on both. */
async function fill(): Promise<void> {
  await sightOn('2026-03-27', 1000, paper(preprint, { title }), paper(copy, { title }));
  await decide([preprint], 'reading', 1100);
  await decide([copy], 'unread', 1200);
  await setTags(preprint, ['rewards'], 1300);
  await setTags(copy, ['scaling', 'rewards'], 1400);
  await saveNote(preprint, 'Of the preprint', 0, '—', 1500);
  await saveNote(copy, 'Of the copy', 0, '—', 1600);
}

async function shown(id: string) {
  const [record] = await recordsOf([id]);
  const { details, note } = await openPaper(record?.id ?? id);
  return { record, details, note: note?.text };
}

const pairs = async () => (await findDuplicates())?.map(({ ids }) => ids);

describe('two papers that the reader says are one', () => {
  it('become one, with both notes and all tags, and nothing is left to ask', async () => {
    await fill();
    expect(await pairs()).toEqual([[preprint, copy]]);
    await confirmSame(preprint, copy, 2000);
    const { record, note } = await shown(copy);
    expect(record).toMatchObject({ id: preprint, aliases: [copy], state: 'unread' });
    expect(record?.tags.toSorted()).toEqual(['rewards', 'scaling']);
    expect(note).toContain('Of the preprint');
    expect(note).toContain('Of the copy');
    expect(await pairs()).toEqual([]);
    expect((await listActions())[0]).toMatchObject({ kind: 'joined', detail: title });
  });

  it('are two again when that is undone, and asked for again: nobody said that they are two', async () => {
    await fill();
    const before = [await shown(preprint), await shown(copy)];
    await confirmSame(copy, preprint, 2000);
    expect((await undoLast(2100))?.count).toBe(1);
    const after = [await shown(preprint), await shown(copy)];
    expect(after.map(({ note, record }) => [note, record?.tags, record?.state])).toEqual(
      before.map(({ note, record }) => [note, record?.tags, record?.state]),
    );
    expect(await pairs()).toEqual([[preprint, copy]]);
  });

  it('keep the note of one that is alone in having one', async () => {
    await sightOn('2026-03-27', 1000, paper(preprint, { title }), paper(copy, { title }));
    await decide([preprint, copy], 'unread', 1200);
    await saveNote(copy, 'Of the copy', 0, '—', 1600);
    await confirmSame(preprint, copy, 2000);
    expect(await shown(preprint)).toMatchObject({ record: { hasNote: true }, note: 'Of the copy' });
  });

  it('keep both notes however often they are joined and parted', async () => {
    await fill();
    for (const at of [2000, 3000, 4000]) {
      await confirmSame(preprint, copy, at);
      const { note } = await shown(preprint);
      expect(note).toContain('Of the preprint');
      expect(note).toContain('Of the copy');
      await undoLast(at + 100);
      expect((await shown(preprint)).note).toBe('Of the preprint');
      expect((await shown(copy)).note).toBe('Of the copy');
    }
  });

  it('are joined once, however often it is said', async () => {
    await fill();
    await confirmSame(preprint, copy, 2000);
    expect(await confirmSame(preprint, copy, 2100)).toEqual({ changed: 0, isWhole: true });
    expect(await confirmSame(preprint, 'doi:10.1/none', 2200)).toMatchObject({ changed: 0 });
  });

  it('are joined though one is in no list', async () => {
    await sightOn('2026-03-27', 1000, paper(preprint, { title }), paper(copy, { title }));
    await decide([copy], 'unread', 1200);
    await confirmSame(preprint, copy, 2000);
    expect((await shown(preprint)).record).toMatchObject({ id: copy, state: 'unread' });
  });
});

describe('two papers that the reader says are two', () => {
  it('are not asked for again, nor joined by what a page claims', async () => {
    await fill();
    await refuseSame(preprint, copy, 2000);
    expect(await pairs()).toEqual([]);
    await recordSighting({
      digest: 'arxiv:abs:2501.00001',
      shows: 'paper',
      visitAt: 3000,
      papers: [paper(preprint, { title, aliases: [copy] })],
    });
    expect(await recordsOf([preprint, copy])).toMatchObject([{ id: preprint }, { id: copy }]);
  });

  it('are asked for again when that is undone', async () => {
    await fill();
    await refuseSame(preprint, copy, 2000);
    expect(await undoLast(2100)).toMatchObject({ count: 1, left: 0, action: { kind: 'parted' } });
    expect(await pairs()).toEqual([[preprint, copy]]);
  });

  it('stay two where it was said again since', async () => {
    await fill();
    const { action = 0 } = await refuseSame(preprint, copy, 2000);
    await refuseSame(preprint, copy, 2100);
    expect(await undoAction(action, 2200)).toMatchObject({ count: 0, left: 1 });
    expect(await pairs()).toEqual([]);
  });

  it('stay two in a backup, and its undoing is there too', async () => {
    await fill();
    await refuseSame(preprint, copy, 2000);
    const refused = await readContents();
    await undoLast(2100);
    const taken = await readContents();
    await deleteEverything();
    await restoreNow(refused);
    expect(await pairs()).toEqual([]);
    await restoreNow(taken);
    expect(await pairs()).toEqual([[preprint, copy]]);
    await restoreNow(refused);
    expect(await pairs()).toEqual([[preprint, copy]]);
  });
});

it('gives up when nobody waits for it', async () => {
  await fill();
  expect(await findDuplicates(AbortSignal.abort())).toBeUndefined();
});
