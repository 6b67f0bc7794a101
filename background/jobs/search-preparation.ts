import { onChange } from '../../lib/changes';
import { report } from '../../lib/report';

/** How long after a change the worker is surely still awake, in ms, and the reader most likely done. */
const quietTime = 3000;

/**
 * Keeps the prepared search texts and the sums of months in shape after changes, while the worker is awake anyway. Killed
 * on the way, it goes on after the next change.
 */
export function keepSearchPrepared(): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  onChange(() => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      void prepare();
    }, quietTime);
  });
}

async function prepare(): Promise<void> {
  const [{ maintainSearch }, { prepareMonths }] = await Promise.all([
    import('../../store/search/maintain'),
    import('../../store/derived/months'),
  ]);
  maintainSearch().catch((error: unknown) => report('search', error));
  prepareMonths().catch((error: unknown) => report('months', error));
}
