// Everything of the popup that the first paint of its list does not need.
import '../../assets/news.css';
import '../../assets/opened.css';
import '../../assets/rich.css';
import '../../assets/rules.css';
import { SearchCompletion } from '../../components/search-completion';
import { swallowSecondClicks } from '../../lib/second-click';
import { keepTheme } from '../theme/keep';
import { readAgain } from './again';
import { Around } from './around';
import { Bars, Hints, Opened, Problem } from './beside';
import { Deeds } from './deeds';
import { Found } from './found';
import { NewsReader } from './news';
import { NewsPart } from './news-part';
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
    void service.findMore();
    void around.countLists();
  });
  const news = new NewsReader(service.state);
  const rules = new PopupRules(service);
  const around = new Around(service, search, news, rules);
  return {
    around,
    deeds: new Deeds(service),
    found: new Found(),
    news,
    search,
    readAgain,
    readUndecided,
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
