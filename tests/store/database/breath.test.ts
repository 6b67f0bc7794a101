import { afterEach, expect, it, vi } from 'vitest';
import { breathOf } from '../../../store/database/breath';
import { connection } from '../../../store/database/connection';
import { write } from '../../../store/records/writer';
import { useFreshStore } from '../../support/store';

useFreshStore();

afterEach(() => vi.restoreAllMocks());

/** How many turns of the event loop others get while something is done. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let [turns, isOver] = [0, false];
  const turn = (): void => {
    turns += 1;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  await work();
  isOver = true;
  return turns;
}

const pieces = 30;

const putAll = () =>
  write(async (writer) => {
    const breath = breathOf(writer);
    for (let at = 0; at < pieces; at += 1) {
      writer.putNote(`arxiv:${at}`, { id: `arxiv:${at}`, text: 'a', updatedAt: 0 });
      await breath.due();
    }
    for (let at = 0; at < pieces; at += 1) writer.putNote(`arxiv:${at}`, undefined);
  });

it('gives the page turns within one transaction, which stays alive', async () => {
  let clock = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => {
    clock += 1000;
    return clock;
  });
  const slow = await turnsDuring(putAll);
  expect(await (await connection()).count('notes')).toBe(0);
  vi.spyOn(performance, 'now').mockReturnValue(0);
  const quick = await turnsDuring(putAll);
  expect(slow - quick).toBeGreaterThanOrEqual(pieces - 2);
});
