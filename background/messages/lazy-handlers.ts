import type { Handlers, Sender } from '../../lib/messages';
import { fromPages, senders } from '../../lib/senders';
import { connection } from '../../store/database/connection';
import { mustBeGranted, revocableAt } from '../permissions/check-sender';
import type { BarMessage, barHandlers } from './bar-handlers';
import type { PageMessage, pageHandlers } from './page-handlers';
import type { RelayMessage, relayHandlers } from './relay-handlers';

type Served = PageMessage | BarMessage | RelayMessage;
type AllHandlers = typeof pageHandlers & typeof barHandlers & typeof relayHandlers;

/** What every page of a site asks is apart from what the page bar asks, of which most pages ask nothing. */
async function handlersFor(type: Served): Promise<Partial<AllHandlers>> {
  if (senders[type] === 'site') return (await import('./page-handlers')).pageHandlers;
  if (!import.meta.env.FIREFOX && senders[type] === 'hidden')
    return (await import('./relay-handlers')).relayHandlers;
  return (await import('./bar-handlers')).barHandlers;
}

/** Has a message answered by code that is loaded with the first one; the database opens meanwhile. */
function late(type: Served) {
  return async (request: unknown, sender: Sender) => {
    const revocable = revocableAt(sender);
    if (revocable) await mustBeGranted(revocable);
    // Whoever needs it is told what failed.
    connection().catch(() => {});
    const handlers = await handlersFor(type);
    return handlers[type]?.(request, sender);
  };
}

/** What answers the messages of pages, for `serve`: a worker that wakes up for something else does without. */
export const lazyHandlers = Object.fromEntries(
  fromPages.map((type) => [type, late(type as Served)]),
) as unknown as Handlers<Served>;
