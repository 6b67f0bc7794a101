import type { Handlers, Sender } from '../../lib/messages';
import { fromPages } from '../../lib/senders';
import type { handlers } from './page-handlers';

type Served = keyof typeof handlers;

/** Has a message answered by code that is loaded with the first one. */
function late(type: Served) {
  return async (request: unknown, sender: Sender) => {
    const { handlers } = await import('./page-handlers');
    return handlers[type](request, sender);
  };
}

/** What answers the messages of pages, for `serve`: a worker that wakes up for something else does without. */
export const lateHandlers = Object.fromEntries(
  fromPages.map((type) => [type, late(type as Served)]),
) as unknown as Handlers<Served>;
