import type { Standing } from '../../lib/messages';
import { readStanding, standingOnPage } from '../../store/records/remarks';
import { ruleName } from '../../wording/rules';

type Page = Parameters<typeof standingOnPage>[0];

/** How the papers of a page stand, with what is said of them in words; see `standingOnPage`. */
export function standingOf(page: Page): Promise<Standing> {
  return standingOnPage(page, ruleName);
}

/** How papers stand, for several pages at once; see `readStanding`. */
export function standingsOf(ids: Parameters<typeof readStanding>[0]) {
  return readStanding(ids, ruleName);
}
