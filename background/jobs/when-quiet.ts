import { type Change, onChange } from '../../lib/changes';

/** How long after a change the worker is surely still awake, in ms, and the reader most likely done. */
const quietTime = 3000;

/** Scores are read and never worked with: what is made of them does not change them. */
const isWorked = ({ stores }: Change): boolean => !stores?.every((name) => name === 'scores');

/**
 * Does some work when nothing has changed for a moment, while the worker is awake anyway. Killed before, it is done
 * after the next change.
 * @param concerns Whether there may be something to do after a change. Others only put off what is due.
 * @param patience How long it is put off at most, in ms.
 */
export function whenQuiet(
  work: () => void,
  concerns = isWorked,
  patience = Number.POSITIVE_INFINITY,
): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let latest: number | undefined;
  onChange((change) => {
    if (latest === undefined && concerns(change)) latest = Date.now() + patience;
    if (latest === undefined) return;
    clearTimeout(waiting);
    waiting = setTimeout(
      () => {
        latest = undefined;
        work();
      },
      Math.max(0, Math.min(quietTime, latest - Date.now())),
    );
  });
}
