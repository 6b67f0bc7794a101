import { effect, signal, untracked } from '@preact/signals';
import { browser } from '../../../lib/browser';
import { onOptions } from '../../../lib/options';
import { onPollState } from '../../../lib/poll-changes';
import { report } from '../../../lib/report';
import { localDay } from '../../../papers/local-day';
import { type Morning, readMorning } from '../../../store/days/morning';
import { countUndecided, type UndecidedCounts } from '../../../store/deck/undecided';
import type { News } from '../../../wording/news';
import { readNews } from '../../shared/read-news';
import type { PopupReader } from '../reader';
import { firstFive } from './morning';

/** Whether the reader has folded the morning digest for good, and the reader's day on which it was shown last. */
const [foldKey, shownKey] = ['isMorningFolded', 'morningShownOn'];

/** What stands over the list of new papers. Nothing else of it is read while another list is shown. */
export class NewsReader {
  readonly news = signal<News | undefined>(undefined);
  /** How many papers wait for a decision, whatever list is shown. */
  readonly waiting = signal<UndecidedCounts | undefined>(undefined);
  readonly morning = signal<Morning | undefined>(undefined);
  /** Whether the reader has folded the morning digest; `undefined` until that is read. */
  readonly isFolded = signal<boolean | undefined>(undefined);

  constructor(private readonly reader: Pick<PopupReader, 'state' | 'live'>) {}

  /** Reads everything when its list is shown, and follows every change. */
  start(): void {
    const { live, state } = this.reader;
    const ifShown = (read: () => Promise<void>) => async () => {
      if (state.tab.peek() !== 'new') return;
      await read().catch((error: unknown) => report('popup news', error));
    };
    // Whatever changes how many wait changes a counter.
    const waiting = live.add({
      reads: ['counters'],
      read: async () => {
        this.waiting.value = await countUndecided(Date.now());
      },
    });
    const news = live.add({
      reads: ['papers', 'counters', 'days'],
      read: ifShown(async () => {
        this.news.value = await readNews(Date.now());
      }),
    });
    const morning = live.add({
      reads: ['papers', 'counters', 'days', 'rules'],
      read: ifShown(async () => {
        this.morning.value = firstFive(await readMorning(Date.now()));
      }),
    });
    const read = () => {
      void news();
      void morning();
    };
    void waiting();
    onPollState(read);
    onOptions(read);
    browser.storage.local
      .get([foldKey, shownKey])
      .then((stored) => {
        this.isFolded.value = stored[foldKey] === true || stored[shownKey] === localDay(Date.now());
      })
      .catch((error: unknown) => report('popup news', error));
    effect(() => {
      if (state.tab.value === 'new') untracked(read);
    });
  }

  /** The top of the last list, where it stands over the new papers; what rules catch may come at any time, and stays in both. */
  above(): readonly string[] {
    const { top = [] } = this.isFolded.value === false ? (this.morning.value ?? {}) : {};
    return top.map(({ id }) => id);
  }

  /** Notes that the digest was on show: once a morning is enough. */
  async shown(): Promise<void> {
    await browser.storage.local.set({ [shownKey]: localDay(Date.now()) });
  }

  /** Folds the morning digest, or unfolds it, from now on. */
  async fold(isFolded: boolean): Promise<void> {
    this.isFolded.value = isFolded;
    await browser.storage.local.set({ [foldKey]: isFolded });
  }
}
