import { expect, it } from 'vitest';
import { freshWeights } from '../../../papers/ranking/weights';
import { deleteEverything } from '../../../store/backup/contents';
import { connection } from '../../../store/database/connection';
import { Gathered } from '../../../store/ranking/gathered';
import { keepTraits, papersTogether, readKeptTraits } from '../../../store/ranking/kept-traits';
import { rankWaiting } from '../../../store/ranking/score-papers';
import { lookThroughKept, sketchMissing } from '../../../store/ranking/sketches';
import { useFreshStore } from '../../support/store';

useFreshStore();

const now = Date.UTC(2026, 2, 27, 12);
const nothing = () => undefined;

it('keeps each paper once, however many parts have lost one', async () => {
  const together = papersTogether.sketch;
  const papers = Array.from({ length: 5 * together }, (_, at) => ({
    ...{ id: `arxiv:2603.${10_000 + at}`, terms: Uint32Array.of(at) },
    vote: { votes: 0, stars: 0 },
  }));
  await keepTraits(papers, now, [], 'sketch');
  const wanted = papers.filter((_, at) => at % together !== 0).map(({ id }) => id);
  const kept = await lookThroughKept(new Set(wanted), new Set(), now, nothing);
  if (!kept) throw new Error('Stopped');
  await sketchMissing(kept, freshWeights(), nothing);
  const ids: string[] = [];
  for await (const row of readKeptTraits(now, 'sketch')) ids.push(...(row.kept?.ids ?? []));
  expect(ids.toSorted()).toEqual(wanted);
});

it.each(['traits', 'sketch'] as const)(
  'keeps no %s of papers that were deleted while they were gathered',
  async (kind) => {
    const gathered = new Gathered(kind, now);
    const terms = Uint32Array.of(1);
    await gathered.add([{ id: 'arxiv:2603.00001', terms, vote: { votes: 0, stars: 0 } }]);
    await deleteEverything();
    await gathered.end();
    await rankWaiting(now);
    expect(await (await connection()).count('ranking')).toBe(0);
  },
);
