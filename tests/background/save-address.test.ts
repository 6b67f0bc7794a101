import { describe, expect, it } from 'vitest';
import { changeMany } from '../../store/actions/change';
import { recordsOf } from '../../store/records/queries';
import { decide } from '../../store/words/decide';
import { saveAddress } from '../../store/words/save-address';
import { linkExamples, nearMisses, otherAddresses } from '../fixtures/addresses';
import { paper, sightOn, useFreshStore } from '../support/store';

useFreshStore();

describe('a link that the menu offers to save', () => {
  it.each(Object.entries(linkExamples))('of the kind %s is saved', async (_, examples) => {
    for (const [address, id] of examples) {
      expect(await saveAddress(address, 'A title')).toBe(true);
      expect(await recordsOf([id])).toMatchObject([{ id, state: 'unread' }]);
    }
  });

  it('is not saved when it names no paper', async () => {
    for (const address of [...otherAddresses, ...nearMisses, 'nonsense'])
      expect(await saveAddress(address)).toBe(false);
  });

  it.each(['PDF (all of it)', 'Une traduction du titre', undefined])(
    'keeps the title that is known, whatever the link is called: %s',
    async (words) => {
      await sightOn('2026-03-27', 1000, paper('arxiv:2503.02130', { title: 'Title' }));
      await saveAddress('https://arxiv.org/abs/2503.02130', words);
      expect(await recordsOf(['arxiv:2503.02130'])).toMatchObject([
        { title: 'Title', state: 'unread' },
      ]);
    },
  );

  it('gives way to whoever knows the title', async () => {
    await saveAddress('https://arxiv.org/abs/2503.02130', 'What the link says');
    expect(await recordsOf(['arxiv:2503.02130'])).toMatchObject([{ title: 'What the link says' }]);
    await sightOn('2026-03-27', 1000, paper('arxiv:2503.02130', { title: 'Title' }));
    expect(await recordsOf(['arxiv:2503.02130'])).toMatchObject([{ title: 'Title' }]);
  });

  it.each(['unread', 'reading', 'read'] as const)('stays as it is when it is %s', async (state) => {
    const day = '2026-03-27';
    await sightOn(day, 1000, paper('arxiv:2503.02130'));
    await decide(['arxiv:2503.02130'], 'unread', 1100);
    await decide(['arxiv:2503.02130'], state, 1200);
    const [before] = await recordsOf(['arxiv:2503.02130']);
    expect(await saveAddress('https://arxiv.org/pdf/2503.02130v2', 'A title')).toBe(true);
    const [after] = await recordsOf(['arxiv:2503.02130']);
    expect({ ...after, lastSeenAt: 0, seenAt: 0 }).toEqual({
      ...{ ...before, lastSeenAt: 0, seenAt: 0 },
      // Which versions there are is told by any address.
      version: 2,
    });
    expect(after).toMatchObject({ state, stamps: before?.stamps });
  });

  it('stays asleep until its day when it is snoozed', async () => {
    await sightOn('2026-03-27', 1000, paper('arxiv:2503.02130'));
    await changeMany(['arxiv:2503.02130'], { kind: 'snooze', until: 9e12 }, 1100);
    await saveAddress('https://arxiv.org/abs/2503.02130');
    expect(await recordsOf(['arxiv:2503.02130'])).toMatchObject([
      { state: 'snoozed', snoozedUntil: 9e12 },
    ]);
  });
});
