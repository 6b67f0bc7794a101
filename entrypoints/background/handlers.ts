import type { Handlers } from '../../lib/messages';
import { decideOnPage } from '../../store/decide';
import { endVisit, noteGlances } from '../../store/glances';
import { statesOnPage } from '../../store/queries';
import { sight } from '../../store/sight';
import { actionOf, type BarMessage, barHandlers } from './bar-handlers';
import { parseDecide, parseGlance, parseLeave, parseSight, parseStates } from './payloads';

/** What the background does for content scripts. Each payload is validated before it is used. */
export const handlers: Handlers<'sight' | 'states' | 'glance' | 'leave' | 'decide' | BarMessage> = {
  ...barHandlers,
  sight: async (request) => sight(parseSight(request)),
  states: async (request) => {
    const { ids, visitAt } = parseStates(request);
    return statesOnPage(ids, visitAt);
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
  decide: async (request) => {
    const { paper, to, click, shown, ...visit } = parseDecide(request);
    const asked = { ...click, shown };
    const { states, action } = await decideOnPage(paper, to, visit, Date.now(), asked);
    return { states, action: await actionOf(action) };
  },
};
