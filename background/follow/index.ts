import { browser } from '../../lib/browser';
import type { TimedJob } from '../jobs/alarms';

/** The job that asks arXiv for what it announced in the subjects that the reader follows. */
export function followJob(): TimedJob {
  return {
    name: 'follow',
    nextAt: async () => (await import('./run')).nextFollow(Date.now()),
    async run(now) {
      const [{ follow }, { feedPermission }] = await Promise.all([
        import('./run'),
        import('../../sites/arxiv/feed'),
      ]);
      await follow(now, {
        fetch: (...request) => fetch(...request),
        timeLimit: 20_000,
        random: Math.random,
        isAllowed: () => browser.permissions.contains({ origins: [feedPermission] }),
      });
    },
  };
}
