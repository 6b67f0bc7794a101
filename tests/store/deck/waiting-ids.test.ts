import { expect, it } from 'vitest';
import { connection } from '../../../store/database/connection';
import { listWaitingIds } from '../../../store/deck/waiting-papers';
import { recordsOf } from '../../../store/records/queries';
import { paper, sightOn, useFreshStore } from '../../support/store';

useFreshStore();

const noon = Date.UTC(2026, 2, 27, 12);
const count = 4500;

/** Puts copies of one paper, sorted by a time each. */
async function copies(sortAt: (at: number) => number): Promise<string[]> {
  await sightOn('2026-03-27', noon, paper('arxiv:1'));
  const [record] = await recordsOf(['arxiv:1']);
  if (!record) throw new Error('No paper');
  const { store, done } = (await connection()).transaction('papers', 'readwrite');
  const ids = Array.from({ length: count }, (_, at) => `arxiv:2603.${10_000 + at}`);
  for (const [at, id] of ids.entries()) void store.put({ ...record, id, sortAt: sortAt(at) });
  await done;
  return ['arxiv:1', ...ids];
}

it.each([
  ['of one moment', () => noon],
  ['of many', (at: number) => noon + at],
  ['of a few', (at: number) => noon + Math.floor(at / 1700)],
])('has the ids of thousands of papers %s, each once', async (_, sortAt) => {
  const ids = await copies(sortAt);
  expect((await listWaitingIds(noon)).toSorted()).toEqual(ids.toSorted());
  // Rows that were put past the store's own ways are not to be found by who looks whether all agrees.
  await (await connection()).delete('papers', IDBKeyRange.bound('arxiv:2603', 'arxiv:2604'));
});
