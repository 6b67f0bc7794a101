import type { TimedJob } from '../jobs/alarms';

/** A page may stay open for days; what was on screen in it is seen all the same after that, in ms. */
const longVisit = 12 * 3_600_000;

/**
 * The job that asks Hugging Face for new papers; see docs/decisions/0009-polling.md.
 * @param around Called with the poll, to do something before and after it.
 */
export function pollJob(
  around: (work: () => Promise<void>, now: number) => Promise<void>,
): TimedJob {
  return {
    name: 'poll',
    nextAt: async () => (await import('./run')).nextPoll(Date.now()),
    run: alone(async (now) => {
      const [{ endVisitsBefore }, { poll }, { world }] = await Promise.all([
        import('../../store/records/impressions'),
        import('./run'),
        import('./world'),
      ]);
      await endVisitsBefore(now - longVisit);
      await around(() => poll(now, world), now);
    }),
  };
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
