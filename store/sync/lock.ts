/** Who does anything with the sync does it alone, in whatever window. */
const name = 'offprint-sync';

/** Does some work while nobody else does anything with the sync. */
export function aloneInSync<Result>(work: () => Promise<Result>): Promise<Result> {
  return navigator.locks.request(name, work) as Promise<Result>;
}

/**
 * Does it unless somebody else does something. Resolves when nothing is done any more in either case: the page that nobody
 * sees is closed then, and it may be the one that works.
 */
export async function unlessSyncing(work: () => Promise<unknown>): Promise<void> {
  const isDone = await navigator.locks.request(name, { ifAvailable: true }, async (held) => {
    if (held) await work();
    return held !== null;
  });
  if (!isDone) await navigator.locks.request(name, async () => {});
}
