import { onChange } from '../../lib/changes';

/** How long after a change the worker is surely still awake, in ms, and the reader most likely done. */
const quietTime = 3000;

/**
 * Does some work when nothing has changed for a moment, while the worker is awake anyway. Killed before, it is done
 * after the next change.
 */
export function whenQuiet(work: () => void): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  onChange(() => {
    clearTimeout(waiting);
    waiting = setTimeout(work, quietTime);
  });
}
