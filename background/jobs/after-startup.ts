/** Within what time what woke the worker is answered as a rule, in ms; an alarm or a browser that starts can wait. */
const patience = 250;

/**
 * Does what nobody waits for when the worker starts, after what woke it: the database serves in the order asked, and a
 * click is not to wait for the badge. A worker that is killed before does it when it starts next.
 */
export function afterStartup(work: () => unknown): void {
  setTimeout(work, patience);
}

/** At once, where there is nothing to wait for. */
export function atOnce(work: () => unknown): void {
  work();
}
