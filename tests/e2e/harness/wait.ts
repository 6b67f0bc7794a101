/** What is waited for, in words for the failure message. */
export interface WaitOptions {
  readonly what: string;
  /** Milliseconds; 20 s unless told. */
  readonly timeout?: number;
}

/** How long is paused before it is asked again, in ms: what is not so at once is often so in a moment. */
const [firstPause, longestPause] = [5, 40] as const;

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Fails with a sentence when the promise has not settled in time. */
export async function withTimeout<T>(
  promise: Promise<T>,
  { what, timeout = 20_000 }: WaitOptions,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer in ${timeout} ms: ${what}`)), timeout);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Asks again and again until the answer is truthy, and returns it. A failing question counts as
 * "not yet", because pages navigate away under it; its last error is part of the message.
 */
export async function waitUntil<T>(
  ask: () => T | Promise<T>,
  { what, timeout = 20_000 }: WaitOptions,
): Promise<NonNullable<T>> {
  const end = Date.now() + timeout;
  let last: unknown;
  let next: number = firstPause;
  do {
    try {
      const left = Math.max(end - Date.now(), longestPause);
      const answer = await withTimeout(Promise.resolve(ask()), { what, timeout: left });
      if (answer) return answer;
      last = answer;
    } catch (error) {
      last = error instanceof Error ? error.message : error;
    }
    await pause(next);
    next = Math.min(2 * next, longestPause);
  } while (Date.now() < end);
  throw new Error(`Waited ${timeout} ms in vain for ${what} (last: ${String(last)})`);
}
