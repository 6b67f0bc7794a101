import type { Handlers } from '../../lib/messages';
import { defined } from '../../papers/record';
import { endVisit, noteGlances } from '../../store/records/glances';
import { statesOnPage } from '../../store/records/queries';
import { sight } from '../../store/records/sight';
import { decideOnPage } from '../../store/words/decide';
import { actionOf, type BarMessage, barHandlers } from './bar-handlers';
import { parseDecide, parseGlance, parseLeave, parseSight, parseStates } from './payloads';
import { placed } from './place';
import { notePage } from './tell-pages';

/** What the background does for content scripts. Each payload is validated before it is used. */
export const handlers: Handlers<'sight' | 'states' | 'glance' | 'leave' | 'decide' | BarMessage> = {
  ...barHandlers,
  sight: async (request, sender) => {
    const { papers, ...visit } = parseSight(request);
    return sight({ ...placed(visit, sender, papers, Date.now()), papers });
  },
  states: async (request, sender) => {
    const { ids, visitAt } = parseStates(request);
    const [states] = await Promise.all([
      statesOnPage(ids, visitAt),
      notePage(sender, ids, visitAt),
    ]);
    return states;
  },
  glance: async (request) => {
    const { visitAt, ids } = parseGlance(request);
    await noteGlances(ids, visitAt);
    return null;
  },
  leave: async (request) => {
    await endVisit(parseLeave(request).visitAt);
    return null;
  },
  decide: async (request, sender) => {
    const { paper, to, click, shown, rank, view = 'page', ...visit } = parseDecide(request);
    const now = Date.now();
    const place = placed(visit, sender, [paper], now);
    const source = place.digest.split(':', 2).join('/');
    const occasion = defined({ view, rank: rank === -1 ? undefined : rank, source });
    const asked = { ...click, shown };
    const { states, action } = await decideOnPage(paper, to, place, now, { asked, occasion });
    return { states, action: await actionOf(action) };
  },
};
