import { describe, expect, it } from 'vitest';
import { decide, star } from '../../../store/words/decide';
import { saveNote } from '../../../store/words/notes';
import { Device, synced } from '../../support/devices';
import { requestsOf } from '../../support/requests';
import { paper, sightOn, useFreshStore } from '../../support/store';

useFreshStore();

const day = '2026-03-27';
const divider = '—';

describe('what it costs', () => {
  const cost = async (device: Device, work: () => Promise<unknown>) =>
    device.on(async () => {
      const { transactions, rounds, requests } = await requestsOf(work);
      const { 'dirty.put': marks = 0, ...rest } = requests;
      return { transactions: transactions.length, rounds, rest, marks };
    });

  it.each([
    ['to save a paper', () => decide(['arxiv:0'], 'saved', 2000), 2],
    ['to star one', () => star(['arxiv:1'], true, 2000), 2],
    ['to write a note', () => saveNote('arxiv:2', 'Table 3', 0, divider, 2000), 2],
  ])('%s is a row or two more in the same transaction', async (_, work, most) => {
    const [device, other] = [await synced('one'), new Device('other')];
    await other.on(() => sightOn(day, 1000, ...[0, 1, 2].map((id) => paper(`arxiv:${id}`))));
    for (const one of [device, other]) await one.on(() => star(['arxiv:9'], true, 1500));
    const { marks, ...mine } = await cost(device, work);
    expect(await cost(other, work)).toEqual({ ...mine, marks: 0 });
    expect(marks).toBeGreaterThan(0);
    expect(marks).toBeLessThanOrEqual(most);
  });
});
