/** How long a page may be kept busy at once, in ms: half of a frame. */
const sliceLength = 8;

interface Scheduler {
  yield?(): Promise<void>;
}

/** Lets the page paint and take input before going on. */
export function pause(): Promise<void> {
  const { scheduler } = globalThis as { readonly scheduler?: Scheduler };
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}

/**
 * Does some work in slices, pausing between them.
 * @param work Does the part from one index up to another.
 * @param step How many are done before the clock is looked at.
 * @returns False when a signal stopped it before the end.
 */
export async function inSlices(
  count: number,
  work: (from: number, to: number) => void,
  signals: readonly (AbortSignal | undefined)[] = [],
  step = 256,
): Promise<boolean> {
  let until = performance.now() + sliceLength;
  for (let from = 0; from < count; from += step) {
    if (performance.now() >= until) {
      await pause();
      until = performance.now() + sliceLength;
    }
    if (signals.some((signal) => signal?.aborted)) return false;
    work(from, Math.min(count, from + step));
  }
  return !signals.some((signal) => signal?.aborted);
}
