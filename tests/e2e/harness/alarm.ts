import type { Session } from './session';
import { type WaitOptions, waitUntil } from './wait';

interface Api {
  alarms: { create(name: string, info: object): Promise<void> };
}

/** The background sets alarms of its own after each job, and may have replaced one of ours: then another is set. In ms. */
const alarmPatience = 1500;

/**
 * Has an alarm of the background go off until something is so.
 * @param job The name of the job that it is for.
 */
export function soundUntil<T>(
  session: Session,
  job: string,
  isSo: () => T | Promise<T>,
  options: WaitOptions,
): Promise<NonNullable<T>> {
  let soundedAt = 0;
  return waitUntil(
    async () => {
      const answer = await isSo();
      if (answer || Date.now() - soundedAt < alarmPatience) return answer;
      await session.inExtension(async (name) => {
        const scope = globalThis as unknown as { browser?: Api; chrome: Api };
        await (scope.browser ?? scope.chrome).alarms.create(name, { when: Date.now() });
      }, `job:${job}`);
      soundedAt = Date.now();
      return answer;
    },
    { timeout: 40_000, ...options },
  );
}
