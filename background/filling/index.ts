import { browser } from '../../lib/browser';
import { report } from '../../lib/report';
import type { TimedJob } from '../jobs/alarms';
import { whenQuiet } from '../jobs/when-quiet';

/**
 * The job that asks for what is missing of papers that came as bare links; see docs/decisions/0031-filling-in.md. Done when
 * it is due, and while the worker is awake soon after a paper began to wait.
 */
export function fillingJob(): TimedJob {
  const run = async () => {
    const [{ fill }, { world }] = await Promise.all([import('./run'), import('./world')]);
    await fill(world);
  };
  const tryRun = () => void run().catch((error: unknown) => report('filling', error));
  // The popup that asked is often gone by then.
  browser.permissions.onAdded.addListener(tryRun);
  whenQuiet(tryRun, ({ stores }) => stores?.includes('fillings') ?? true);
  return {
    name: 'filling',
    nextAt: async () => (await import('./run')).nextFilling(Date.now()),
    run,
  };
}
