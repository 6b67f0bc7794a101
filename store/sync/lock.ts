/** Who does anything with the sync does it alone, in whatever window. */
const name = 'offprint-sync';

/** Does some work while nobody else does anything with the sync. */
export function aloneInSync<Result>(work: () => Promise<Result>): Promise<Result> {
  return navigator.locks.request(name, work) as Promise<Result>;
}

/** Does it unless somebody else does something. */
export async function unlessSyncing(work: () => Promise<unknown>): Promise<void> {
  await navigator.locks.request(name, { ifAvailable: true }, async (held) => {
    if (held) await work();
  });
}
