// Everything of the popup that the first paint of its list does not need.
import '../../assets/opened.css';
import '../../assets/rich.css';
import '../../assets/rules.css';
import { SearchCompletion } from '../../components/search-completion';
import { readAgain } from './again';
import { Around } from './around';
import { Bars, Hints, Opened, Problem } from './beside';
import { Deeds } from './deeds';
import { Found } from './found';
import { Muted, PopupRules } from './rules';
import { SearchCache } from './search-cache';
import type { PopupService } from './service';

/** The later parts of a popup. */
export type Later = ReturnType<typeof laterFor>;

/** Makes the later parts of a popup. */
export function laterFor(service: PopupService) {
  const search = new SearchCache(service.state, () => {
    void service.findMore();
    void around.countLists();
  });
  const rules = new PopupRules(service);
  const around = new Around(service, search, rules);
  return {
    around,
    deeds: new Deeds(service),
    found: new Found(),
    search,
    readAgain,
    rules,
    Bars,
    Hints,
    Muted,
    Opened,
    Problem,
    SearchCompletion,
  };
}
