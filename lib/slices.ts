/** How long a page may be kept busy at once, in ms: half of a frame. */
const sliceLength = 8;
/** For work behind whatever the reader does, in ms: what the database hands over for it comes on top. */
export const shortSlice = 4;

/**
 * For how long work goes on before everything else that waits, in ms: two frames. Chromium lets what was yielded go on before it draws, until
 * nothing was drawn for 100 ms (https://github.com/WICG/scheduling-apis/blob/main/explainers/yield-and-continuation.md).
 */
const mostAhead = 24;

interface Scheduler {
  yield?(): Promise<void>;
  postTask?(task: () => void): Promise<void>;
}

let lastInLine = 0;

/** Lets the page paint and take input before going on. */
export function pause(): Promise<void> {
  const { scheduler } = globalThis as { readonly scheduler?: Scheduler };
  const now = performance.now();
  if (scheduler?.yield && now - lastInLine < mostAhead) return scheduler.yield();
  return pauseInLine();
}

/** Lets everything else that waits come first: before and after a piece of work that is long and cannot be cut. */
export function pauseInLine(): Promise<void> {
  const { scheduler } = globalThis as { readonly scheduler?: Scheduler };
  lastInLine = performance.now();
  return scheduler?.postTask?.(() => {}) ?? new Promise((resolve) => setTimeout(resolve));
}

/** Pauses a loop whenever a slice of time is over. */
export class Pauses {
  #until: number;

  /** @param length How long a slice of time is, in ms. */
  constructor(private readonly length = sliceLength) {
    this.#until = performance.now() + length;
  }

  /** Resolves at once while the slice lasts, else after a pause. */
  async due(): Promise<void> {
    if (performance.now() < this.#until) return;
    await pause();
    this.#until = performance.now() + this.length;
  }
}

/** How many of a list are sorted, or merged, before the clock is looked at. */
const sortedAtOnce = 512;

/** What `toSorted` gives, in slices. */
export async function sortedInSlices<Item>(
  items: readonly Item[],
  compare: (one: Item, other: Item) => number,
): Promise<Item[]> {
  const pauses = new Pauses();
  let runs: Item[][] = [];
  for (let at = 0; at < items.length; at += sortedAtOnce) {
    runs.push(items.slice(at, at + sortedAtOnce).sort(compare));
    await pauses.due();
  }
  while (runs.length > 1) {
    const next: Item[][] = [];
    for (let at = 0; at < runs.length; at += 2)
      next.push(await merged(runs[at] ?? [], runs[at + 1] ?? [], compare, pauses));
    runs = next;
  }
  return runs[0] ?? [];
}

async function merged<Item>(
  one: readonly Item[],
  other: readonly Item[],
  compare: (one: Item, other: Item) => number,
  pauses: Pauses,
): Promise<Item[]> {
  const all: Item[] = [];
  let [at, beside] = [0, 0];
  while (at < one.length && beside < other.length) {
    const [mine, theirs] = [one[at] as Item, other[beside] as Item];
    const isMine = compare(mine, theirs) <= 0;
    all.push(isMine ? mine : theirs);
    if (isMine) at += 1;
    else beside += 1;
    if (all.length % sortedAtOnce === 0) await pauses.due();
  }
  return all.concat(one.slice(at), other.slice(beside));
}

/**
 * Does some work in slices, pausing between them.
 * @param work Does the part from one index up to another.
 * @param step How many are done before the clock is looked at.
 * @param length How long a slice of time is, in ms.
 * @returns False when a signal stopped it before the end.
 */
export async function inSlices(
  count: number,
  work: (from: number, to: number) => void,
  signals: readonly (AbortSignal | undefined)[] = [],
  step = 256,
  length = sliceLength,
): Promise<boolean> {
  let until = performance.now() + length;
  for (let from = 0; from < count; from += step) {
    if (performance.now() >= until) {
      await pause();
      until = performance.now() + length;
    }
    if (signals.some((signal) => signal?.aborted)) return false;
    work(from, Math.min(count, from + step));
  }
  return !signals.some((signal) => signal?.aborted);
}
