import { browser } from '../../lib/browser';
import type { Handlers, Sender, Visit } from '../../lib/messages';
import { report } from '../../lib/report';
import { isSaved } from '../../papers/paper';
import { defined } from '../../papers/record';
import { isDaily } from '../../sites/registry';
import { endVisit, noteImpressions } from '../../store/records/impressions';
import { statesOnPage } from '../../store/records/queries';
import { recordSighting } from '../../store/records/sightings';
import { decideOnPage } from '../../store/words/decide';
import { takeBackLess } from '../../store/words/less';
import { ruleName } from '../../wording/rules';
import { guestAt } from '../permissions/check-sender';
import { drawTabs } from '../tab/draw-tabs';
import { lastActionOf } from './last-action';
import {
  parseDecide,
  parseImpressions,
  parseLeave,
  parseLoadPart,
  parseSavedOf,
  parseSighting,
  parseStates,
} from './page-payloads';
import { standingOf } from './standings';
import { answered, notePage } from './tell-pages';
import { dayNamed, listNamed, placed } from './verified-visit';

/** The messages of every page of a site. */
export type PageMessage =
  | 'sighting'
  | 'states'
  | 'impressions'
  | 'leave'
  | 'here'
  | 'savedOf'
  | 'decide'
  | 'loadPart';

/** Whether a page is a list that counts only once the reader says so; see `isOffList` in papers/seen.ts. */
function offList({ shows, digest }: Visit): { readonly isOffList: boolean } {
  return { isOffList: shows === 'digest' && !isDaily(digest) };
}

/** A page of another site knows its paper once it is read: the address may not name one. */
function drawGuest({ tab }: Sender, { shows }: Visit): void {
  if (shows !== 'paper' || tab?.id === undefined) return;
  drawTabs({ tab: tab.id }).catch((error: unknown) => report('tab', error));
}

/** What the background does for content scripts. Each payload is validated before it is used. */
export const pageHandlers: Handlers<PageMessage> = {
  sighting: async (request, sender) => {
    const { papers, ...visit } = parseSighting(request);
    const ids = papers.map(({ id }) => id);
    const now = Date.now();
    const place = placed(visit, sender, papers, now);
    void notePage(sender, ids, visit.visitAt, visit.day);
    const sighted = async () => {
      // Of other sites nothing is noted but what the reader decides: their lists are not Offprint's.
      if (guestAt(sender)) {
        drawGuest(sender, visit);
        return standingOf({ ids });
      }
      const { oldestCounted } = await import('../poll/counted-days');
      await recordSighting({
        ...place,
        ...offList(place),
        papers,
        countsFrom: await oldestCounted(now),
      });
      return standingOf({ ids, day: visit.day });
    };
    return answered(sender, sighted(), (standing) => standing);
  },
  states: async (request, sender) => {
    const { ids, day, visitAt } = parseStates(request);
    const now = Date.now();
    const listed = ids ? undefined : listNamed(sender, now);
    const shownDay = day ?? (listed && dayNamed(sender, now));
    const asked = standingOf({ ids: ids ?? [], day: shownDay, listed, visitAt });
    return answered(sender, asked, (standing) => {
      void notePage(sender, Object.keys(standing.states), visitAt, shownDay);
      return standing;
    });
  },
  impressions: async (request, sender) => {
    const { visitAt, ids } = parseImpressions(request);
    if (!guestAt(sender)) await noteImpressions(ids, visitAt);
    return null;
  },
  leave: async (request) => {
    await endVisit(parseLeave(request).visitAt);
    return null;
  },
  savedOf: async (request) => {
    const states = Object.entries(await statesOnPage(parseSavedOf(request).ids));
    return Object.fromEntries(
      states.flatMap(([id, state]) => (isSaved(state) ? [[id, state]] : [])),
    );
  },
  here: async (_request, { tab }) => {
    if (tab?.id !== undefined) await drawTabs({ tab: tab.id });
    return null;
  },
  loadPart: async (request, { tab }) => {
    const { part } = parseLoadPart(request);
    const target = { tabId: tab?.id ?? -1, frameIds: [0] };
    await browser.scripting.executeScript({ target, files: [`/${part}.js`] });
    return null;
  },
  decide: async (request, sender) => {
    const { paper, to, click, shown, rank, view = 'page', ...visit } = parseDecide(request);
    const now = Date.now();
    const place = placed(visit, sender, [paper], now);
    const source = place.digest.split(':', 2).join('/');
    const occasion = defined({ view, rank: rank === -1 ? undefined : rank, source });
    const asked = { ...click, shown };
    const about = { asked, occasion };
    const answer = async () => {
      const isBack = to === 'undecided';
      const isTaken = isBack && (await takeBackLess(paper.id, now));
      const {
        states,
        remarks = {},
        done,
      } = isTaken
        ? { states: {} }
        : await decideOnPage(paper, to, { ...place, ...offList(place) }, now, about, ruleName);
      // Of one that waits again it is told anew how likely it is.
      const standing = isBack ? await standingOf({ ids: [paper.id], day: visit.day }) : undefined;
      return { standing: standing ?? { states, remarks }, action: lastActionOf(done) };
    };
    return answered(sender, answer(), ({ standing }) => standing);
  },
};
