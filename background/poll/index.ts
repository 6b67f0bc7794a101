import { browser } from '../../lib/browser';
import { apiPermission } from '../../sites/huggingface/api';
import { endVisitsBefore } from '../../store/records/impressions';
import type { TimedJob } from '../jobs/alarms';
import { nextPoll, poll, type World } from './run';

/** What Chrome and Android tell of the connection; Firefox on the desktop tells nothing. */
interface Connection {
  readonly saveData?: boolean;
}

const world: World = {
  fetch: (...request) => fetch(...request),
  // Chrome ends a worker that waits for an answer for 30 s, and then nobody notes that there was none.
  timeLimit: 20_000,
  clock: () => Date.now(),
  random: Math.random,
  savesData: () =>
    (navigator as { readonly connection?: Connection }).connection?.saveData === true,
  isAllowed: () => browser.permissions.contains({ origins: [apiPermission] }),
};

/** A page may stay open for days; what was on screen in it is seen all the same after that, in ms. */
const longVisit = 12 * 3_600_000;

let now: (() => Promise<void>) | undefined;

/** Asks Hugging Face for new papers before it is time, if it lets itself be asked. */
export async function checkNow(): Promise<void> {
  await now?.();
}

/**
 * The job that asks Hugging Face for new papers; see docs/decisions/0009-polling.md.
 * @param around Called with the poll, to do something before and after it.
 */
export function pollJob(
  around: (work: () => Promise<void>, now: number) => Promise<void>,
): TimedJob {
  const run = alone(async (at) => {
    await endVisitsBefore(at - longVisit);
    await around(() => poll(at, world), at);
  });
  now = () => run(Date.now());
  return { name: 'poll', nextAt: () => nextPoll(Date.now()), run };
}

/** Whoever asks while a poll is under way waits for that one. */
function alone(work: (now: number) => Promise<void>): (now: number) => Promise<void> {
  let running: Promise<void> | undefined;
  return (now) => {
    running ??= work(now).finally(() => {
      running = undefined;
    });
    return running;
  };
}
