import { browser } from '../../lib/browser';
import { apiPermission } from '../../sites/huggingface/api';
import type { World } from './run';

/** What Chrome and Android tell of the connection; Firefox on the desktop tells nothing. */
interface Connection {
  readonly saveData?: boolean;
}

/** What a poll meets outside, in the background. */
export const world: World = {
  fetch: (...request) => fetch(...request),
  // Chrome ends a worker that waits for an answer for 30 s, and then nobody notes that there was none.
  timeLimit: 20_000,
  clock: () => Date.now(),
  random: Math.random,
  savesData: () =>
    (navigator as { readonly connection?: Connection }).connection?.saveData === true,
  isAllowed: () => browser.permissions.contains({ origins: [apiPermission] }),
};
