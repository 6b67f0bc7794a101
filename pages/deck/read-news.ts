import { batch } from '@preact/signals';
import { readFilling } from '../../store/days/days';
import { readNews } from '../shared/read-news';
import type { DeckState } from './state';

/**
 * Reads how much is known of new papers, as badge and popup tell it.
 * @param now ms since the epoch.
 * @throws StoreError
 */
export async function readKnown({ news, filling }: DeckState, now: number): Promise<void> {
  const [known, days] = await Promise.all([readNews(now), readFilling(now)]);
  batch(() => {
    news.value = known;
    filling.value = days.map(({ day }) => day);
  });
}
