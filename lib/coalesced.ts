/**
 * Makes a work that may be asked for at any time and never runs twice at once: calls while it is
 * under way are joined into one more run, so that the last run always sees the last state.
 * @returns A function whose promise is settled when there is nothing more to do.
 */
export function coalesced(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let again = false;
  const untilSettled = async (): Promise<void> => {
    while (again) {
      again = false;
      await work();
    }
  };
  return () => {
    again = true;
    running ??= untilSettled().finally(() => {
      running = undefined;
    });
    return running;
  };
}
