import type { TimedJob } from '../jobs/alarms';

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
    const [{ endVisitsBefore }, { poll }, { world }] = await Promise.all([
      import('../../store/records/impressions'),
      import('./run'),
      import('./world'),
    ]);
    await endVisitsBefore(at - longVisit);
    await around(() => poll(at, world), at);
  });
  now = () => run(Date.now());
  const nextAt = async () => (await import('./run')).nextPoll(Date.now());
  return { name: 'poll', nextAt, run };
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
