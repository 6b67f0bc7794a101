import { effect, untracked } from '@preact/signals';
import { type Options, onOptions, readOptions } from '../../lib/options';
import { report } from '../../lib/report';
import { isUndecided } from '../../papers/paper';
import { noticesText } from '../../wording/notices';
import type { Likely } from '../shared/likely/likely';
import { tellNotices } from '../shared/tell-notices';
import type { CurrentTab } from './current-page/current-tab';
import type { ListCommands } from './list/list-commands';
import type { NewsReader } from './new-papers/news-reader';
import type { PopupReader } from './reader';
import type { PopupRules } from './rules/rules';
import type { SearchCache } from './search/search-cache';
import type { PopupState } from './state';

/** Reads what the first paint of the popup does not need, and follows every change of it. */
export function subscribe(
  reader: PopupReader,
  parts: {
    readonly currentTab: CurrentTab;
    readonly search: SearchCache;
    readonly list: ListCommands;
    readonly news: NewsReader;
    readonly rules: PopupRules;
    readonly likely: Likely;
  },
): void {
  const { currentTab, search, list, news, rules, likely } = parts;
  const { live, state } = reader;
  const takeOptions = (options: Options) => {
    state.startsReading.value = options.startsReading;
  };
  onOptions(takeOptions);
  readOptions().then(takeOptions, (error: unknown) => report('options', error));
  tellNotices(state.notice, (notices) => {
    state.notice.value = { said: noticesText(notices) };
  });
  reader.follow();
  void list.fill();
  news.start();
  rules.start();
  currentTab.start();
  live.add({
    reads: ['details', 'notes'],
    concerns: (ids) => ids.has(state.opened.value?.id ?? ''),
    read: async () => {
      const id = state.opened.value?.id;
      if (id !== undefined) await list.open(id);
    },
  });
  likely.follow(live, () => undecidedIn(state));
  followOrder(reader, likely);
  effect(() => {
    if (state.lists.value.length > 0) untracked(() => void search.countLists());
  });
}

/** The papers on show that wait for a decision. */
function undecidedIn({ listing, paper }: PopupState): string[] {
  const shown = [
    ...(listing.value?.papers ?? []),
    ...(paper.value?.paper ? [paper.value.paper] : []),
  ];
  return shown.filter(({ state }) => isUndecided(state)).map(({ id }) => id);
}

/** Lists the new papers anew when the reader chooses another order, here or elsewhere. */
function followOrder(reader: PopupReader, likely: Likely): void {
  let shown: string | undefined;
  effect(() => {
    if (!likely.options.value) return;
    const order = `${likely.newOrder} ${likely.options.value.widens}`;
    const isOther = shown !== undefined && shown !== order;
    shown = order;
    if (isOther && reader.state.tab.peek() === 'new') untracked(() => void reader.show());
  });
}
