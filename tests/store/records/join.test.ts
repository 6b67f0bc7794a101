import { describe, expect, it } from 'vitest';
import type { Paper } from '../../../papers/paper';
import { listActions } from '../../../store/actions/list';
import { undoAction, undoLast } from '../../../store/actions/undo';
import { refuseSame } from '../../../store/duplicates/answer';
import { openPaper, recordsOf } from '../../../store/records/queries';
import { recordSighting } from '../../../store/records/sightings';
import { decide, star } from '../../../store/words/decide';
import { saveNote } from '../../../store/words/notes';
import { paper, sightOn, useFreshStore } from '../../support/store';
import { setTags } from '../../support/tags';

useFreshStore();

const day = '2026-03-27';
const ones = { title: 'Scaling Laws for Reward Models', authors: ['Ada Lovelace'] };
const others = { title: 'Octopus Arms in Soft Robots', authors: ['Émile Borel'] };

const abs = (visitAt: number, one: Paper) =>
  recordSighting({
    digest: `arxiv:abs:${one.id.slice(6)}`,
    shows: 'paper',
    visitAt,
    papers: [one],
  });

async function record(id: string) {
  return (await recordsOf([id]))[0];
}

/** Everything that is shown of a paper. */
async function whole(id: string) {
  const { details, note } = await openPaper(id);
  const {
    tagStamps: _tags,
    stamps: _stamps,
    distinct: _d,
    distinctStamps: _said,
    suggested: _s,
    ...shown
  } = (await record(id)) ?? {};
  return { ...shown, details, note: note?.text };
}

describe('a DOI that an author supplied', () => {
  for (const doi of ['doi:10.1145/nnnnnnn.nnnnnnn', 'doi:10.1145/3292500.3330701'])
    it(`${doi} on two arXiv pages leaves them two papers`, async () => {
      await abs(1000, { id: 'arxiv:2501.00001', aliases: [doi], ...ones });
      await decide(['arxiv:2501.00001'], 'dismissed', 1100);
      await saveNote('arxiv:2501.00001', 'Not mine', 0, '—', 1200);
      expect(await abs(2000, { id: 'arxiv:2501.00002', aliases: [doi], ...others })).toEqual({
        'arxiv:2501.00002': 'seen',
      });
      expect(await record('arxiv:2501.00001')).toMatchObject({ ...ones, state: 'dismissed' });
      expect(await record('arxiv:2501.00002')).toMatchObject({ ...others, id: 'arxiv:2501.00002' });
      expect((await openPaper('arxiv:2501.00002')).note).toBeUndefined();
      expect(await listActions()).not.toContainEqual(expect.objectContaining({ kind: 'joined' }));
    });

  it('of another work is a suggestion and joins nothing', async () => {
    await sightOn(day, 1000, paper('doi:10.1/x', others), paper('arxiv:2501.00001', ones));
    await decide(['doi:10.1/x'], 'unread', 1100);
    await abs(2000, { id: 'arxiv:2501.00001', aliases: ['doi:10.1/x'], ...ones });
    expect(await record('arxiv:2501.00001')).toMatchObject({
      ...{ ...ones, state: 'seen', suggested: ['doi:10.1/x'] },
    });
    expect(await record('doi:10.1/x')).toMatchObject({ ...others, state: 'unread' });
  });
});

describe('a join', () => {
  const join = (visitAt: number) =>
    sightOn('2026-03-30', visitAt, paper('arxiv:1', { ...ones, aliases: ['doi:10.1/x'] }));

  async function two(): Promise<void> {
    await sightOn('2026-03-26', 900, paper('doi:10.1/x', { ...ones, abstract: 'Theirs' }));
    await sightOn(day, 1000, paper('arxiv:1', ones));
    await recordSighting({
      ...{ digest: 'huggingface:day:2026-03-26', day: '2026-03-26', visitAt: 1001 },
      shows: 'digest',
      papers: [paper('doi:10.1/x', { ...ones, codeUrl: 'https://github.com/a/b' })],
    });
    await decide(['doi:10.1/x'], 'read', 1100);
    await setTags('doi:10.1/x', ['theirs'], 1200);
    await saveNote('doi:10.1/x', 'Their note', 0, '—', 1300);
    await decide(['arxiv:1'], 'unread', 1400);
    await setTags('arxiv:1', ['mine'], 1500);
    await saveNote('arxiv:1', 'My note', 0, '—', 1600);
  }

  it('keeps all that either had', async () => {
    await two();
    await join(2000);
    expect(await record('arxiv:1')).toMatchObject({
      ...{ firstDay: '2026-03-26', day: '2026-03-30', codeUrl: 'https://github.com/a/b' },
      ...{ aliases: ['doi:10.1/x'], sites: ['huggingface'], firstSeenAt: 900 },
    });
    expect((await record('arxiv:1'))?.tags.toSorted()).toEqual(['mine', 'theirs']);
    const { details, note } = await openPaper('arxiv:1');
    expect(details).toMatchObject({ abstract: 'Theirs' });
    expect(note?.text).toContain('My note');
    expect(note?.text).toContain('Their note');
  });

  it('is an action, undone with all that both had', async () => {
    await two();
    const before = [await whole('arxiv:1'), await whole('doi:10.1/x')];
    await join(2000);
    const [action] = await listActions(1);
    expect(action).toMatchObject({ kind: 'joined', detail: ones.title, done: 1 });
    await undoAction(action?.id ?? 0, 3000);
    expect([await whole('arxiv:1'), await whole('doi:10.1/x')]).toEqual(before);
  });

  it('undone later leaves what was said since with the paper that it was said of', async () => {
    await two();
    const theirs = await whole('doi:10.1/x');
    await join(2000);
    const [action] = await listActions(1);
    await star(['arxiv:1'], true, 2100);
    await setTags('arxiv:1', ['mine', 'theirs', 'since'], 2200);
    await decide(['arxiv:1'], 'reading', 2300);
    await undoAction(action?.id ?? 0, 3000);
    expect(await whole('arxiv:1')).toMatchObject({
      ...{ state: 'reading', starred: true, tags: ['mine', 'since'], note: 'My note' },
    });
    expect(await whole('doi:10.1/x')).toEqual(theirs);
  });

  it('that was refused is not made again', async () => {
    await two();
    await join(2000);
    await undoLast(3000);
    await join(4000);
    expect(await record('doi:10.1/x')).toMatchObject({ id: 'doi:10.1/x', state: 'read' });
    expect(await record('arxiv:1')).toMatchObject({
      ...{ state: 'unread', suggested: ['doi:10.1/x'], distinct: ['doi:10.1/x'] },
    });
  });

  it('is not made again where an earlier refusal was taken back', async () => {
    await two();
    await refuseSame('arxiv:1', 'doi:10.1/x', 1700);
    await undoLast(1800);
    await join(2000);
    await undoLast(3000);
    await sightOn(day, 3500, paper('doi:10.1/x', { ...ones, abstract: 'Theirs, once more' }));
    await join(4000);
    expect(await record('doi:10.1/x')).toMatchObject({ id: 'doi:10.1/x', distinct: ['arxiv:1'] });
    expect(await record('arxiv:1')).toMatchObject({ distinct: ['doi:10.1/x'] });
  });

  it.each([
    ['arxiv:1', 'doi:10.1/x'],
    ['doi:10.1/x', 'arxiv:1'],
  ])('loses no text of an editor that is open on %s', async (id, other) => {
    await sightOn(day, 1000, paper('arxiv:1', ones), paper('doi:10.1/x', ones));
    const base = (await openPaper(id)).note?.updatedAt ?? 0;
    await saveNote(other, 'Written on the other', 0, '—', 1100);
    await join(2000);
    const saved = await saveNote(id, 'Typed in the editor', base, '—', 1050);
    expect(saved?.text).toContain('Typed in the editor');
    expect(saved?.text).toContain('Written on the other');
  });

  it.each(['arxiv:1', 'doi:10.1/x'])(
    'grows the revision that an editor on %s builds on',
    async (id) => {
      await two();
      const base = (await openPaper(id)).note?.updatedAt ?? 0;
      await join(2000);
      const saved = await saveNote(id, 'Typed over it', base, '—', 2100);
      for (const words of ['My note', 'Their note', 'Typed over it'])
        expect(saved?.text).toContain(words);
    },
  );

  it('loses none of two notes when both were written and one is open', async () => {
    await two();
    const base = (await openPaper('doi:10.1/x')).note?.updatedAt ?? 0;
    await join(2000);
    const saved = await saveNote('doi:10.1/x', 'Their note, and more', base, '—', 2100);
    for (const words of ['My note', 'Their note, and more']) expect(saved?.text).toContain(words);
  });
});
