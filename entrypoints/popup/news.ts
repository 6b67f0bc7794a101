import { effect, signal } from '@preact/signals';
import type { News } from '../../components/news-words';
import { browser } from '../../lib/browser';
import { joined } from '../../lib/joined';
import { onOptions, readOptions } from '../../lib/options';
import { onPollState, readPollState } from '../../lib/poll-state';
import { report } from '../../lib/report';
import { readKnown } from '../../store/days/days';
import { type Morning, readMorning } from '../../store/days/morning';
import { listNewDays } from '../../store/days/new-days';
import { countNew } from '../../store/records/queries';
import type { PopupState } from './state';

const foldKey = 'isMorningFolded';

/** What stands over the list of new papers. Nothing of it is read while another list is shown. */
export class NewsReader {
  readonly news = signal<News | undefined>(undefined);
  readonly morning = signal<Morning | undefined>(undefined);
  /** Whether the reader has folded the morning digest; `undefined` until that is read. */
  readonly isFolded = signal<boolean | undefined>(undefined);

  constructor(private readonly state: PopupState) {}

  /** Reads everything when its list is shown, and follows every change. */
  start(): void {
    const read = () => this.read();
    onPollState(read);
    onOptions(read);
    browser.storage.local
      .get(foldKey)
      .then((stored) => {
        this.isFolded.value = stored[foldKey] === true;
      })
      .catch((error: unknown) => report('popup news', error));
    effect(() => {
      if (this.state.tab.value === 'new') read();
    });
  }

  /** Reads everything again. */
  read(): void {
    if (this.state.tab.peek() === 'new') void this.#read();
  }

  /** Folds the morning digest, or unfolds it, from now on. */
  async fold(isFolded: boolean): Promise<void> {
    this.isFolded.value = isFolded;
    await browser.storage.local.set({ [foldKey]: isFolded });
  }

  readonly #read = joined(async () => {
    const now = Date.now();
    try {
      const [news, morning] = await Promise.all([readNews(now), readMorning(now)]);
      this.news.value = news;
      this.morning.value = morning;
    } catch (error) {
      report('popup news', error);
    }
  });
}

/**
 * Reads what is known of new papers.
 * @param now ms since the epoch.
 * @throws StoreError
 */
export async function readNews(now: number): Promise<News> {
  const [counts, days, known, poll, { polls }] = await Promise.all([
    countNew(),
    listNewDays(),
    readKnown(now),
    readPollState(),
    readOptions(),
  ]);
  return {
    counts,
    dayCount: days.length,
    ...known,
    ...(poll ? { poll } : {}),
    isAsking: polls,
  };
}
