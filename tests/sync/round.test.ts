import { describe, expect, it } from 'vitest';
import { noteText } from '../../papers/words/note';
import { sayingsOf, someDevices } from '../support/sync/world';

describe('a round', () => {
  it('brings what was said on one device to another', async () => {
    const { devices } = await someDevices(2);
    const [one, other] = devices as [(typeof devices)[0], (typeof devices)[0]];
    one.stand('arxiv:1', 'unread');
    one.note('arxiv:1', 'A thought.');
    one.tag('arxiv:1', 'vision');
    one.local.sayRow('rule', {
      id: 'r1',
      stamp: { at: 5, device: 'x' },
      value: 'Lovelace',
    } as never);
    expect(await one.round()).toMatchObject({ kind: 'done' });
    expect(await other.round()).toMatchObject({ kind: 'done', done: { came: 1 } });
    expect(sayingsOf(other)).toEqual(sayingsOf(one));
    expect(other.local.state.cards.get('arxiv:1')).toEqual(one.local.state.cards.get('arxiv:1'));
  });

  it('keeps both of two notes that were written apart', async () => {
    const { devices } = await someDevices(2);
    const [one, other] = devices as [(typeof devices)[0], (typeof devices)[0]];
    one.note('arxiv:1', 'Mine.');
    other.note('arxiv:1', 'Yours.');
    for (const device of [one, other, one, other]) await device.round();
    expect(sayingsOf(other)).toEqual(sayingsOf(one));
    const text = noteText(one.said('arxiv:1').words.note, '—');
    expect(text).toContain('Mine.');
    expect(text).toContain('Yours.');
  });

  it('asks once where nothing is new', async () => {
    const { world, devices } = await someDevices(2);
    const [one, other] = devices as [(typeof devices)[0], (typeof devices)[0]];
    one.stand('arxiv:1', 'unread');
    for (const device of [one, other, one, other, one, other]) await device.round();
    world.remote.asked.length = 0;
    await one.round();
    expect(world.remote.asked).toEqual(['list h']);
  });

  it('asks six times to publish a note', async () => {
    const { world, devices } = await someDevices(1);
    const [one] = devices as [(typeof devices)[0]];
    one.stand('arxiv:1', 'unread');
    await one.round();
    await one.round();
    world.remote.asked.length = 0;
    one.note('arxiv:1', 'A thought.');
    await one.round();
    expect(world.remote.asked.map((asked) => asked.split(' ')[0])).toEqual([
      ...['list', 'get', 'get', 'put', 'get', 'put'],
    ]);
  });
});
