import { describe, expect, it } from 'vitest';
import { saveAddress } from '../../entrypoints/background/save-address';
import { recordsOf } from '../../store/queries';
import { linkExamples, nearMisses, otherAddresses } from '../fixtures/addresses';
import { useFreshStore } from '../support/store';

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
});
