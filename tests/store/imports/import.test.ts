import { describe, expect, it } from 'vitest';
import { planImport } from '../../../imports/plan/plan';
import type { ImportedPaper } from '../../../imports/types';
import { undoAction } from '../../../store/actions/undo';
import { deleteEverything, readContents } from '../../../store/backup/contents';
import { lookUpIn, twinOf, worksLike } from '../../../store/imports/look-up';
import { importPapers } from '../../../store/imports/write';
import { recordsOf } from '../../../store/records/queries';
import { decide } from '../../../store/words/decide';
import { saveNote } from '../../../store/words/notes';
import { fileOf, papersIn } from '../../support/imports';
import { paper, sightOn, useFreshStore } from '../../support/store';
import { setTags } from '../../support/tags';

useFreshStore();

const options = { takesFolders: true, bringsBack: false };
const how = { ...options, now: 9000, divider: '—' };
const now = 9000;

const two = `@misc{fox, title = {Forgetting Transformer}, author = {Lin, Zhixuan}, year = 2025, eprint = {2503.02130},
  archiveprefix = {arXiv}, keywords = {attention, {vision, language}}, annote = {Read Table 3.}, readstatus = {read},
  ranking = {rank5}, timestamp = {2025-03-04}}
@article{blast, title = {Basic local alignment search tool}, author = {Altschul, Stephen F.}, year = 1990,
  journal = {Journal of Molecular Biology}, doi = {10.1016/S0022-2836(05)80360-2}}`;

async function plan(papers: readonly ImportedPaper[]) {
  return planImport(papers, lookUpIn(await worksLike(papers)), how);
}

async function take(papers: readonly ImportedPaper[], at = now, signal?: AbortSignal) {
  const works = await worksLike(papers);
  const chosen = papers.map((entry) => {
    const twin = twinOf(entry, works);
    return { entry, ...(twin === undefined ? {} : { twin: { id: twin, isSame: false } }) };
  });
  return importPapers(chosen, options, at, signal ? { signal } : {});
}

const recordOf = async (id: string) => (await recordsOf([id]))[0];

describe('an import', () => {
  it('puts papers into the list with status, star, tags, note, date and what has no home', async () => {
    const papers = await papersIn(fileOf('two.bib', two));
    expect((await plan(papers))?.counts).toMatchObject({ new: 2 });
    expect(await take(papers)).toMatchObject({ changed: 2, added: 2, isWhole: true });
    expect(await recordOf('arxiv:2503.02130')).toMatchObject({
      title: 'Forgetting Transformer',
      authors: ['Lin, Zhixuan'],
      publishedAt: '2025',
      state: 'read',
      starred: true,
      tags: ['attention', 'vision language'],
      hasNote: true,
      savedAt: now,
    });
    const { details, notes } = await readContents();
    const extra = details.find(({ id }) => id === 'arxiv:2503.02130')?.extra;
    expect(extra?.bibtex?.fields).toEqual({
      entrytype: 'misc',
      citationkey: 'fox',
      timestamp: '2025-03-04',
    });
    expect(extra?.['tag-names']?.fields).toEqual({ 'vision language': 'vision, language' });
    expect(details.find(({ id }) => id.startsWith('doi:'))?.venue).toBe(
      'Journal of Molecular Biology',
    );
    expect(notes.map(({ text }) => text)).toEqual(['Read Table 3.']);
  });

  it('changes nothing when it is done twice', async () => {
    const papers = await papersIn(fileOf('two.bib', two));
    await take(papers);
    const before = await readContents();
    const again = await papersIn(fileOf('two.bib', two));
    expect((await plan(again))?.counts).toMatchObject({ known: 2, new: 0 });
    expect(await take(again, now + 5000)).toMatchObject({ changed: 0, added: 0 });
    expect(await readContents()).toEqual(before);
  });

  it('is undone whole, and leaves what the reader has said since', async () => {
    const papers = await papersIn(fileOf('two.bib', two));
    const { action = 0 } = await take(papers);
    await setTags('arxiv:2503.02130', ['attention', 'mine'], now + 100);
    expect(await undoAction(action, now + 200)).toMatchObject({ count: 1, left: 1 });
    expect((await recordOf('arxiv:2503.02130'))?.tags).toContain('mine');
    expect(await recordOf('doi:10.1016/s0022-2836(05)80360-2')).toBeUndefined();
  });

  it('lets what the reader has said here stand, and tells where the file says otherwise', async () => {
    await sightOn('2026-03-27', 1000, paper('arxiv:2503.02130', { title: 'As on the page' }));
    await decide(['arxiv:2503.02130'], 'reading', 1100);
    await setTags('arxiv:2503.02130', ['attention'], 1150);
    await setTags('arxiv:2503.02130', [], 1160);
    await saveNote('arxiv:2503.02130', 'My own words', 0, '—', 1200);
    const papers = await papersIn(fileOf('two.bib', two));
    const planned = await plan(papers);
    expect(planned?.papers[0]?.fate).toMatchObject({
      kind: 'conflicting',
      conflicts: ['status', 'note'],
    });
    await take(papers);
    const record = await recordOf('arxiv:2503.02130');
    expect(record).toMatchObject({
      state: 'reading',
      title: 'As on the page',
      tags: ['vision language'],
      starred: true,
    });
    const [note] = (await readContents()).notes;
    expect(note?.text).toContain('My own words');
    expect(note?.text).toContain('Read Table 3.');
    await take(papers, now + 10);
    expect((await readContents()).notes).toEqual([note]);
  });

  it('leaves dismissed and deleted papers alone unless it is to bring them back', async () => {
    await sightOn('2026-03-27', 1000, paper('arxiv:2503.02130'));
    await decide(['arxiv:2503.02130'], 'dismissed', 1100);
    const papers = await papersIn(fileOf('two.bib', two));
    expect((await plan(papers))?.papers[0]?.fate).toMatchObject({
      kind: 'conflicting',
      conflicts: ['removed'],
    });
    await take(papers);
    expect((await recordOf('arxiv:2503.02130'))?.state).toBe('dismissed');
    await importPapers(
      papers.map((entry) => ({ entry })),
      { ...options, bringsBack: true },
      now + 100,
    );
    expect((await recordOf('arxiv:2503.02130'))?.state).toBe('read');
  });

  it('doubts a paper whose title is here under other ids, and makes the two one when told', async () => {
    await sightOn(
      '2026-03-27',
      1000,
      paper('doi:10.1000/fox', { title: 'Forgetting transformer', authors: ['Ada Byron'] }),
    );
    await sightOn(
      '2026-03-27',
      1000,
      paper('doi:10.1000/fox2', { title: 'Forgetting transformer', authors: ['Zhixuan Lin'] }),
    );
    const [fox] = await papersIn(fileOf('two.bib', two));
    if (!fox) throw new Error('no paper');
    expect((await plan([fox]))?.papers[0]?.fate).toMatchObject({
      kind: 'doubtful',
      twin: 'doi:10.1000/fox2',
    });
    await importPapers(
      [{ entry: fox, twin: { id: 'doi:10.1000/fox2', isSame: true } }],
      options,
      now,
    );
    expect(await recordOf('arxiv:2503.02130')).toMatchObject({
      id: 'doi:10.1000/fox2',
      state: 'read',
    });
    expect((await plan([fox]))?.papers[0]?.fate.kind).toBe('known');
  });

  it('keeps a doubtful paper apart, with the other one as a suggestion', async () => {
    await sightOn(
      '2026-03-27',
      1000,
      paper('doi:10.1000/fox2', { title: 'Forgetting transformer', authors: ['Zhixuan Lin'] }),
    );
    const [fox] = await papersIn(fileOf('two.bib', two));
    await take(fox ? [fox] : []);
    expect(await recordOf('arxiv:2503.02130')).toMatchObject({ suggested: ['doi:10.1000/fox2'] });
  });

  it('goes on where it was stopped', async () => {
    const entries = Array.from(
      { length: 1200 },
      (_, at) =>
        `@misc{k${at}, title={Paper ${at}}, eprint={2503.1${String(at).padStart(4, '0')}}}`,
    );
    const papers = await papersIn(fileOf('many.bib', entries.join('\n')));
    const stopping = new AbortController();
    const works = papers.map((entry) => ({ entry }));
    const cut = await importPapers(works, options, now, {
      signal: stopping.signal,
      onProgress: () => stopping.abort(),
    });
    expect(cut).toMatchObject({ changed: 500, isWhole: false });
    expect(await importPapers(works, options, now + 1)).toMatchObject({
      changed: 700,
      isWhole: true,
    });
  });

  it('keeps the same whatever the order of two files', async () => {
    const other = `TY  - GEN
TI  - Forgetting Transformer, second version
AU  - Lin, Zhixuan
AN  - arXiv:2503.02130
DO  - 10.48550/arXiv.2503.02130
KW  - gates
N1  - Another note.
ER  - `;
    const [first, second] = [fileOf('two.bib', two), fileOf('one.ris', other)];
    const kept: unknown[] = [];
    for (const order of [
      [first, second],
      [second, first],
    ]) {
      await deleteEverything();
      for (const file of order) await take(await papersIn(file));
      const { papers, details, notes } = await readContents();
      kept.push([
        papers.map(({ state, starred, tags, title, savedAt }) => [
          state,
          starred,
          tags.toSorted(),
          title,
          savedAt,
        ]),
        details.map(({ sayings: _, ...rest }) => rest),
        notes.map(({ apart = [], text }) =>
          apart.length ? apart.map((one) => one.text).sort() : text,
        ),
      ]);
    }
    expect(kept[1]).toEqual(kept[0]);
  });

  it('changes nothing when files that say otherwise of a paper come again, whichever is the last', async () => {
    const other = `@inproceedings{lin, title = {Forgetting transformer: Softmax attention}, author = {Zhixuan Lin},
  year = 2026, eprint = {2503.02130}, archiveprefix = {arXiv}, timestamp = {2025-03-09}}`;
    const files = [fileOf('two.bib', two), fileOf('other.bib', other)];
    for (const [at, file] of files.entries()) await take(await papersIn(file), now + at);
    const before = await readContents();
    for (const [at, file] of [...files, ...files].entries())
      expect((await take(await papersIn(file), now + 10 + at)).changed).toBe(0);
    expect((await take(await papersIn(...files), now + 20)).changed).toBe(0);
    expect(await readContents()).toEqual(before);
    await deleteEverything();
    await take(await papersIn(...files));
    for (const [at, file] of files.entries())
      expect((await take(await papersIn(file), now + 10 + at)).changed).toBe(0);
  });
});
