/** Something took so long that it counts as hanging. */
export class TooLate extends Error {}

/**
 * Waits for some work, and no longer than so many ms; the work itself is not stopped.
 * @param what It, as a sentence says it.
 * @throws TooLate when the time is over; else what the work throws.
 */
export async function within<Value>(
  ms: number,
  what: string,
  work: Promise<Value>,
): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new TooLate(`${what} took more than ${Math.round(ms / 60_000)} minutes`)),
      ms,
    );
  });
  // Nobody hears any more of what fails after its time.
  work.catch(() => {});
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
