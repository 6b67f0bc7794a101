// Everything of the popup that the first paint of its list does not need.
import '../../assets/news.css';
import '../../assets/opened.css';
import '../../assets/rich.css';
import '../../assets/rules.css';
import { SearchCompletion } from '../../components/search-completion';
import { swallowSecondClicks } from '../../lib/second-click';
import { keepTheme } from '../theme/keep';
import { type Reading, readAgain } from './again';
import { Around } from './around';
import { Bars, Hints, Opened, Problem } from './beside';
import { Found } from './found';
import { readFound } from './found-papers';
import { ListCommands } from './list-commands';
import { NewsReader } from './news';
import { NewsPart } from './news-part';
import { PopupCommands } from './paper-commands';
import { LeftOut, PopupRules } from './rules';
import { SearchCache } from './search-cache';
import type { PopupService } from './service';
import { readUndecided } from './undecided';

/** The later parts of a popup. */
export type Later = ReturnType<typeof laterFor>;

/** Makes the later parts of a popup. */
export function laterFor(service: PopupService) {
  keepTheme(document.documentElement);
  swallowSecondClicks('body');
  const search = new SearchCache(service.state, () => {
    void list.findMore();
    void search.countLists();
  });
  const list = new ListCommands(service, search);
  const news = new NewsReader(service);
  const rules = new PopupRules(service);
  const around = new Around(service, { search, list, news, rules });
  return {
    around,
    papers: new PopupCommands(service),
    found: new Found(),
    list,
    news,
    search,
    readAgain: (...of: Reading) => readAgain(...of, search),
    /** Reads a page of a list that the first paint never shows. */
    read: {
      found: async (size: number, after?: unknown) =>
        readFound(await search.find(), service.source.filter, size, after),
      new: readUndecided,
    },
    rules,
    Bars,
    Hints,
    LeftOut,
    NewsPart,
    Opened,
    Problem,
    SearchCompletion,
  };
}
