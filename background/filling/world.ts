import { browser } from '../../lib/browser';
import type { World } from './ask';

/** What filling meets outside, in the background. */
export const world: World = {
  fetch: (...request) => fetch(...request),
  // Chrome ends a worker that waits for an answer for 30 s.
  timeLimit: 20_000,
  clock: () => Date.now(),
  random: Math.random,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  isAllowed: (permission) => browser.permissions.contains({ origins: [permission] }),
};
