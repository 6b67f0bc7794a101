// Everything of the popup that the first paint of its list does not need.
import '../../assets/library/keys.css';
import '../../assets/news.css';
import '../../assets/opened.css';
import '../../assets/popup-later.css';
import '../../assets/rich.css';
import '../../assets/rules.css';
import { ListEnd } from '../../components/paper/list-end';
import { QuickActions } from '../../components/paper/quick-actions';
import { StatusButton } from '../../components/paper/status-button';
import { SearchCompletion } from '../../components/search/search-completion';
import { NoMatch } from '../../components/ui/no-match';
import { swallowSecondClicks } from '../../lib/second-click';
import { wantSync } from '../../lib/sync-soon';
import { Likely } from '../shared/likely/likely';
import { keepPreferredLinks } from '../shared/preferred-links';
import { keepTheme } from '../shared/theme/keep';
import { Bars } from './bars';
import { CurrentPageProblem } from './current-page/current-page-problem';
import { CurrentTab } from './current-page/current-tab';
import { PageParts } from './current-page/page-parts';
import { Strip } from './current-page/page-strip';
import { FocusNextRow } from './list/focus-next-row';
import { ListCommands } from './list/list-commands';
import { Opened } from './list/opened';
import { refreshList } from './list/refresh-list';
import { remarksIn } from './list/remarks';
import { RowRefs } from './list/row-refs';
import { readNew } from './new-papers/for-you';
import { NewsPart } from './new-papers/news-part';
import { NewsReader } from './new-papers/news-reader';
import { PopupCommands } from './paper-commands';
import { PopupReader } from './reader';
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
  keepPreferredLinks();
  swallowSecondClicks('body');
  void wantSync(Date.now());
  const search = new SearchCache(service.state, () => {
    void list.findMore();
    void search.countLists();
  });
  const found = new Found();
  const likely = new Likely();
  const reader = new PopupReader(service, {
    note: (changed) => search.note(changed),
    refresh: (shown) => refreshList(shown, search),
    read: async (kind, size, after) =>
      kind === 'new'
        ? readNew(likely, size, after)
        : readFound(await search.find(), reader.source.filter, size, after),
    mark: (listing, words) => found.read(listing, words),
    explain: () => list.explain(),
  });
  const list = new ListCommands(reader, search);
  const news = new NewsReader(reader);
  const rules = new PopupRules(reader);
  const currentTab = new CurrentTab(reader);
  return {
    currentTab,
    subscribe: () => subscribe(reader, { currentTab, search, list, news, rules, likely }),
    papers: new PopupCommands(reader),
    rows: new RowRefs(),
    found,
    likely,
    remarks: remarksIn(service.state, likely, rules),
    list,
    news,
    reader,
    rules,
    Bars,
    CurrentPageProblem,
    FocusNextRow,
    ListEnd,
    PagePart: PageParts,
    Strip,
    QuickActions,
    Hints,
    LeftOut,
    NewsPart,
    NoMatch,
    Opened,
    SearchCompletion,
    StatusButton,
  };
}
