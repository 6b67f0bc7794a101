// Everything of the popup that the first paint of its list does not need.
import '../../assets/library/keys.css';
import '../../assets/news.css';
import '../../assets/opened.css';
import '../../assets/rich.css';
import '../../assets/rules.css';
import { SearchCompletion } from '../../components/search/search-completion';
import { swallowSecondClicks } from '../../lib/second-click';
import { keepTheme } from '../shared/theme/keep';
import { Bars } from './bars';
import { CurrentPageProblem } from './current-page/current-page-problem';
import { CurrentTab } from './current-page/current-tab';
import { ListCommands } from './list/list-commands';
import { Opened } from './list/opened';
import { type ListReading, refreshList } from './list/refresh-list';
import { readUndecided } from './list/undecided';
import { NewsPart } from './new-papers/news-part';
import { NewsReader } from './new-papers/news-reader';
import { PopupCommands } from './paper-commands';
import { LeftOut, PopupRules } from './rules/rules';
import { Found } from './search/found-lines';
import { readFound } from './search/found-papers';
import { Hints } from './search/hints';
import { SearchCache } from './search/search-cache';
import type { PopupService } from './service';
import { subscribe } from './subscriptions';

/** The parts of a popup that its first paint does not need. */
export type LazyParts = ReturnType<typeof lazyPartsFor>;

/** Makes the parts of a popup that its first paint does not need. */
export function lazyPartsFor(service: PopupService) {
  keepTheme(document.documentElement);
  swallowSecondClicks('body');
  const search = new SearchCache(service.state, () => {
    void list.findMore();
    void search.countLists();
  });
  const list = new ListCommands(service, search);
  const news = new NewsReader(service);
  const rules = new PopupRules(service);
  const currentTab = new CurrentTab(service);
  return {
    currentTab,
    subscribe: () => subscribe(service, { currentTab, search, list, news, rules }),
    papers: new PopupCommands(service),
    found: new Found(),
    list,
    news,
    search,
    refreshList: (...of: ListReading) => refreshList(...of, search),
    /** Reads a page of a list that the first paint never shows. */
    read: {
      found: async (size: number, after?: unknown) =>
        readFound(await search.find(), service.source.filter, size, after),
      new: readUndecided,
    },
    rules,
    Bars,
    CurrentPageProblem,
    Hints,
    LeftOut,
    NewsPart,
    Opened,
    SearchCompletion,
  };
}
