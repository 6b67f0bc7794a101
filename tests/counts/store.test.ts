import { describe, expect, it } from 'vitest';
import type { Change } from '../../papers/change';
import type { PaperId, PaperState } from '../../papers/paper';
import { changeMany } from '../../store/actions/change';
import { sliceSize } from '../../store/actions/in-slices';
import { undoLast } from '../../store/actions/undo';
import { endVisit, noteImpressions } from '../../store/records/impressions';
import { addTag, decide, decideOnPage, star } from '../../store/words/decide';
import { saveNote } from '../../store/words/notes';
import { renameTag } from '../../store/words/tags';
import { sightMany } from '../support/library';
import { type Requests, requestsOf } from '../support/requests';
import { paper, sightOn, useFreshStore } from '../support/store';

useFreshStore();

/** What an action may cost at most: transactions, answers waited for one after another, rows or lists read, writes. */
type Cost = readonly [transactions: number, rounds: number, reads: number, writes: number];

const writes = ['put', 'add', 'delete', 'clear'];

function costOf({ transactions, rounds, requests }: Requests): Cost {
  const sum = (isCounted: (kind: string) => boolean) =>
    Object.entries(requests)
      .filter(([key]) => isCounted(key.split('.')[1] ?? ''))
      .reduce((total, [, count]) => total + count, 0);
  const isWrite = (kind: string) => writes.includes(kind);
  return [transactions.length, rounds, sum((kind) => !isWrite(kind)), sum(isWrite)];
}

/** Does something, which must cost no more than it may. */
async function expectCost(most: Cost, work: () => Promise<unknown>): Promise<void> {
  const requests = await requestsOf(work);
  const cost = costOf(requests);
  expect(
    cost.every((count, at) => count <= (most[at] ?? 0)),
    `${cost} instead of ${most}: ${JSON.stringify(requests.requests)}`,
  ).toBe(true);
}

const visit = { day: '2026-03-27', shows: 'digest', visitAt: 1000 } as const;

/** Two papers of the list, the first with a tag, and one that is new. */
async function someSaved(): Promise<void> {
  const ids = await sightMany(3);
  await decide(ids.slice(0, 2), 'saved', 1100);
  await addTag('arxiv:0', 'rl', 1200);
}

async function sliceSaved(): Promise<PaperId[]> {
  const ids = await sightMany(sliceSize);
  await decide(ids, 'saved', 1100);
  return ids;
}

/** Saves a paper on a page that knew of it, or did not. */
function save(id: PaperId, shown?: PaperState) {
  const asked = { id: `click ${id}`, at: 2000, shown };
  return decideOnPage(paper(id), 'saved', visit, 2000, { asked });
}

const undone = (most: Cost) => expectCost(most, () => undoLast(9000));

describe('what is asked of the database for one paper', () => {
  it('that is saved on its page', async () => {
    await someSaved();
    await expectCost([1, 4, 13, 7], () => save('arxiv:9'));
    await undone([2, 7, 11, 7]);
    await expectCost([1, 2, 9, 7], () => save('arxiv:2', 'new'));
    await undone([2, 7, 11, 7]);
  });

  const changes: readonly (readonly [string, Change, Cost, Cost])[] = [
    ['dismissed', { kind: 'state', to: 'dismissed' }, [1, 3, 6, 8], [2, 5, 11, 8]],
    ['tagged', { kind: 'tag', add: ['vision'], remove: [] }, [1, 3, 5, 6], [2, 5, 9, 6]],
    ['starred', { kind: 'star', on: true }, [1, 2, 4, 5], [2, 5, 8, 5]],
    ['queued', { kind: 'queue', on: true }, [1, 2, 5, 5], [2, 5, 8, 5]],
  ];
  it.each(changes)('that is %s', async (_, change, most, mostBack) => {
    await someSaved();
    await expectCost(most, () => changeMany(['arxiv:0'], change, 3000));
    await undone(mostBack);
  });

  it('whose note is saved', async () => {
    await someSaved();
    await expectCost([1, 2, 3, 3], () => saveNote('arxiv:0', 'One', 0, '', 4000));
    await expectCost([1, 2, 3, 3], () => saveNote('arxiv:0', 'Two', 4000, '', 4100));
  });

  it('that is starred as it is', async () => {
    await someSaved();
    await star(['arxiv:0'], true, 3000);
    await expectCost([1, 1, 4, 0], () => star(['arxiv:0'], true, 4000));
  });
});

describe('what is asked of the database for a slice of papers', () => {
  it('that are read', async () => {
    const ids = await sliceSaved();
    await expectCost([1, 4, 2 * sliceSize + 5, 2 * sliceSize + 6], () => decide(ids, 'read', 5000));
    await undone([2, 6, 2 * sliceSize + 9, 2 * sliceSize + 6]);
  });

  it('whose tag gets another name', async () => {
    const ids = await sliceSaved();
    await changeMany(ids, { kind: 'tag', add: ['vision'], remove: [] }, 5200);
    await expectCost([3, 7, 2 * sliceSize + 13, 2 * sliceSize + 5], () =>
      renameTag('vision', 'sight', 5300),
    );
    await undone([2, 7, 2 * sliceSize + 10, 2 * sliceSize + 6]);
  });
});

describe('what is asked of the database for a page of 120 papers', () => {
  const met = Array.from({ length: 120 }, (_, at) => paper(`arxiv:${at}`));

  it('that are new', async () => {
    await sightOn('2026-03-26', 900, paper('arxiv:old'));
    await expectCost([1, 9, 844, 242], () => sightOn('2026-03-27', 1000, ...met));
  });

  it('that are known, some of the list and some seen in another visit', async () => {
    await sightOn('2026-03-27', 1000, ...met);
    await decide(
      met.slice(0, 40).map(({ id }) => id),
      'saved',
      1100,
    );
    await expectCost([1, 4, 362, 120], () => sightOn('2026-03-27', 6000, ...met));
    await noteImpressions(
      met.slice(60).map(({ id }) => id),
      6000,
    );
    await expectCost([1, 4, 64, 123], () => endVisit(6000));
  });
});
