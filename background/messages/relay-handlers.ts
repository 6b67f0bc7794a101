import * as v from 'valibot';
import { browser } from '../../lib/browser';
import type { Handlers } from '../../lib/messages';

/** What the hidden page asks. */
export type RelayMessage = 'relay';

const payload = v.object({
  area: v.picklist(['local', 'session']),
  method: v.picklist(['get', 'set', 'remove']),
  given: v.union([v.string(), v.array(v.string()), v.record(v.string(), v.unknown())]),
});

/** What the background does for Chrome's hidden page, which has no more of the browser than messages. */
export const relayHandlers: Handlers<RelayMessage> = {
  relay: async (request) => {
    const { area, method, given } = v.parse(payload, request);
    const stored = browser.storage[area] as unknown as Record<
      typeof method,
      (given: unknown) => Promise<unknown>
    >;
    return (await stored[method](given)) ?? null;
  },
};
