import type { Handlers } from '../../lib/messages';
import { decideOnPage } from '../../store/decide';
import { statesOnPage } from '../../store/queries';
import { sight } from '../../store/sight';
import { parseDecide, parseSight, parseStates } from './payloads';

/** What the background does for content scripts. Each payload is validated before it is used. */
export const handlers: Handlers<'sight' | 'states' | 'decide'> = {
  sight: async (request) => sight(parseSight(request)),
  states: async (request) => {
    const { ids, visitAt } = parseStates(request);
    return statesOnPage(ids, visitAt);
  },
  decide: async (request) => {
    const { paper, to, ...visit } = parseDecide(request);
    return decideOnPage(paper, to, visit, Date.now());
  },
};
