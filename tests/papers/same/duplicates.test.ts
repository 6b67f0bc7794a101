import { describe, expect, it } from 'vitest';
import { type Comparable, DuplicateFinder } from '../../../papers/same/duplicates';

const title = 'Learning to Rank Papers by What Their Readers Do';

function paper(id: string, more: Partial<Comparable> = {}): Comparable {
  return { id, title, authors: ['Ada Lovelace', 'Alan Turing'], state: 'unread', ...more };
}

function pairsOf(...papers: readonly Comparable[]) {
  const finder = new DuplicateFinder();
  for (const one of papers) finder.add(one);
  return finder.pairs();
}

const ids = (...papers: readonly Comparable[]) => pairsOf(...papers).map((pair) => pair.ids);

describe('two papers that may be one', () => {
  it('have one title and an author in common, however the name is written', () => {
    const found = pairsOf(
      paper('arxiv:1'),
      paper('doi:10.1145/1', { authors: ['Lovelace, A.', 'Someone Else'] }),
    );
    expect(found).toMatchObject([{ ids: ['arxiv:1', 'doi:10.1145/1'], ground: 'authors' }]);
  });

  it('are less likely where nobody knows the authors, and least where these are others', () => {
    const long = [paper('arxiv:1'), paper('doi:10.1/1', { authors: [] })];
    const unlike = { title: `${title} Again` };
    const others = [
      paper('arxiv:2', unlike),
      paper('doi:10.1/2', { ...unlike, authors: ['Grace Hopper'] }),
    ];
    expect(pairsOf(...others, ...long)).toMatchObject([
      { ids: ['arxiv:1', 'doi:10.1/1'], ground: 'title' },
      { ids: ['arxiv:2', 'doi:10.1/2'], ground: 'others' },
    ]);
  });

  it('are not two of one scheme: a journal has many of a title, with DOIs of their own', () => {
    const editorial = { title: 'Editorial', authors: ['The Editors'] };
    expect(ids(paper('doi:10.1/1', editorial), paper('doi:10.1/2', editorial))).toEqual([]);
    expect(ids(paper('arxiv:1'), paper('arxiv:2'))).toEqual([]);
    expect(
      ids(
        paper('arxiv:1', { aliases: ['doi:10.1/1'] }),
        paper('url:x', { aliases: ['doi:10.1/2'] }),
      ),
    ).toEqual([]);
  });

  it('may be a preprint with a DOI of its own and the published copy', () => {
    expect(ids(paper('doi:10.1101/2024.01.02.573901'), paper('doi:10.1038/s1'))).toHaveLength(1);
    expect(ids(paper('doi:10.1101/gr.1'), paper('doi:10.1038/s1'))).toEqual([]);
  });

  it('are not papers of a short title by other people', () => {
    const of = (name: string) => ({ title: 'Preface', authors: [name] });
    expect(ids(paper('url:a', of('Ada Lovelace')), paper('url:b', of('Alan Turing')))).toEqual([]);
  });

  it('are not those that have no letter in their titles', () => {
    expect(ids(paper('url:a', { title: '???' }), paper('url:b', { title: '…' }))).toEqual([]);
  });

  it('concern the list: one of them is in it, none is in the bin', () => {
    const [one, other] = [paper('arxiv:1'), paper('doi:10.1/1')];
    expect(ids({ ...one, state: 'seen' }, { ...other, state: 'new' })).toEqual([]);
    expect(ids({ ...one, state: 'seen' }, other)).toEqual([['doi:10.1/1', 'arxiv:1']]);
    expect(ids({ ...one, state: 'deleted' }, other)).toEqual([]);
  });

  it('are not those that the reader has refused, by any id, whoever of the two knows it', () => {
    const one = paper('arxiv:1', { aliases: ['pmid:1'] });
    expect(ids(one, paper('doi:10.1/1', { distinct: ['pmid:1'] }))).toEqual([]);
    expect(ids({ ...one, distinct: ['doi:10.1/1'] }, paper('doi:10.1/1'))).toEqual([]);
  });

  it('are those that somebody says are one, though their titles differ', () => {
    const claimed = paper('arxiv:1', { suggested: ['doi:10.1/1'] });
    const other = paper('doi:10.1/1', { title: 'Ranking of Papers' });
    expect(pairsOf(claimed, other)).toMatchObject([{ ground: 'claim' }]);
  });

  it('come once, the likeliest first, in one order whatever comes first', () => {
    const papers = [
      paper('arxiv:1', { suggested: ['doi:10.1/1'] }),
      paper('doi:10.1/1'),
      paper('url:a', { title: 'Another Title That Two of the Papers Have', authors: [] }),
      paper('arxiv:2', { title: 'Another title that two of the papers have', state: 'new' }),
    ];
    const found = pairsOf(...papers);
    expect(found.map((pair) => pair.ids)).toEqual([
      ['arxiv:1', 'doi:10.1/1'],
      ['url:a', 'arxiv:2'],
    ]);
    expect(pairsOf(...papers.toReversed())).toEqual(found);
  });

  it('are compared with few of a title that hundreds have', () => {
    const many = Array.from({ length: 400 }, (_, at) => paper(`url:${at}`));
    expect(pairsOf(...many).length).toBeLessThanOrEqual(400 * 20);
  });
});
