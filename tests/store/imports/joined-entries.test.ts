import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinImported } from '../../../imports/plan/join';
import { planImport } from '../../../imports/plan/plan';
import type { ImportedPaper } from '../../../imports/types';
import { lookUpIn, twinOf, worksLike } from '../../../store/imports/look-up';
import { importPapers } from '../../../store/imports/write';
import { recordsOf } from '../../../store/records/queries';
import { useFreshStore } from '../../support/store';

useFreshStore();

const options = { takesFolders: true, bringsBack: false };
const how = { ...options, now: 9000, divider: '—' };
const now = 9000;

const _two = `@misc{fox, title = {Forgetting Transformer}, author = {Lin, Zhixuan}, year = 2025, eprint = {2503.02130},
  archiveprefix = {arXiv}, keywords = {attention, {vision, language}}, annote = {Read Table 3.}, readstatus = {read},
  ranking = {rank5}, timestamp = {2025-03-04}}
@article{blast, title = {Basic local alignment search tool}, author = {Altschul, Stephen F.}, year = 1990,
  journal = {Journal of Molecular Biology}, doi = {10.1016/S0022-2836(05)80360-2}}`;

async function _plan(papers: readonly ImportedPaper[]) {
  return planImport(papers, lookUpIn(await worksLike(papers)), how);
}

async function _take(papers: readonly ImportedPaper[], at = now, signal?: AbortSignal) {
  const works = await worksLike(papers);
  const chosen = papers.map((entry) => {
    const twin = twinOf(entry, works);
    return { entry, ...(twin === undefined ? {} : { twin: { id: twin, isSame: false } }) };
  });
  return importPapers(chosen, options, at, signal ? { signal } : {});
}

const _recordOf = async (id: string) => (await recordsOf([id]))[0];

describe('entries of one paper', () => {
  const id = fc.constantFrom(
    'arxiv:2503.02130',
    'arxiv:2503.02131',
    'doi:10.1/a',
    'doi:10.1/b',
    'acl:N19-1423',
    'title:t',
  );
  const entry: fc.Arbitrary<ImportedPaper> = fc.record({
    paper: fc.record(
      {
        id,
        aliases: fc.uniqueArray(id, { maxLength: 2 }),
        title: fc.constantFrom('Same', 'Other'),
        authors: fc.constantFrom(['A, B'], ['A, B', 'C, D'], ['X, Y']),
        venue: fc.constantFrom('NeurIPS', 'ICML'),
        publishedAt: fc.constantFrom('2019', '2019-05', '2020'),
      },
      { requiredKeys: ['id'] },
    ),
    words: fc.record({
      tags: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { maxLength: 2 }),
      folders: fc.constant([]),
      note: fc.constantFrom('one', 'two', 'one and two'),
      savedAt: fc.nat(100),
    }),
    extra: fc.constantFrom({}, { bibtex: { volume: '1' } }, { bibtex: { volume: '2' } }),
    places: fc.nat(1000).map((line) => [{ file: 'x', line }]),
  });

  it('are joined to the same papers in whatever order they come', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(entry, { maxLength: 6 }),
        fc.func(fc.nat()),
        async (entries, rank) => {
          const shuffled = entries
            .map((one, at) => ({ one, at: rank(at) }))
            .sort((a, b) => a.at - b.at)
            .map(({ one }) => one);
          const sorted = async (list: readonly ImportedPaper[]) =>
            (await joinImported(list)).map((one) => JSON.stringify(one)).sort();
          expect(await sorted(shuffled)).toEqual(await sorted(entries));
        },
      ),
      { numRuns: 300 },
    );
  });
});
