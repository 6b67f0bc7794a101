import type { Signal } from '@preact/signals';
import { report } from '../../lib/report';

/** Whether the reader was shown something or has done something when it failed. */
export type During = 'read' | 'write';

/** What went wrong, for the sentence that tells it. */
export interface Failure<Code extends string> {
  readonly code: Code;
  readonly detail: string;
  readonly during: During;
}

/** What a page shows of its work. */
export interface Shown<Code extends string> {
  readonly failure: Signal<Failure<Code> | undefined>;
  readonly isBusy: Signal<boolean>;
}

/** Runs the work of a page. */
export interface Guard {
  /**
   * Shows progress when something takes long, and tells what went wrong until the like succeeds.
   * @returns Whether it succeeded.
   */
  guard(during: During, work: () => Promise<unknown>): Promise<boolean>;
  /** Tells what went wrong. */
  fail(during: During, cause: unknown): void;
}

/** How long work goes on before progress is shown, in ms. */
const patience = 300;

/**
 * Makes the guard of a page.
 * @param name Of the page, for the log.
 * @param errorOf Gives an error its code.
 */
export function guardFor<Code extends string>(
  name: string,
  { failure, isBusy }: Shown<Code>,
  errorOf: (cause: unknown) => Pick<Failure<Code>, 'code' | 'detail'>,
): Guard {
  let running = 0;
  const fail: Guard['fail'] = (during, cause) => {
    report(name, cause);
    const { code, detail } = errorOf(cause);
    failure.value = { code, detail, during };
  };
  const guard: Guard['guard'] = async (during, work) => {
    running += 1;
    const timer = setTimeout(() => {
      isBusy.value = true;
    }, patience);
    try {
      await work();
      if (failure.value?.during === during) failure.value = undefined;
      return true;
    } catch (cause) {
      fail(during, cause);
      return false;
    } finally {
      running -= 1;
      clearTimeout(timer);
      if (running === 0) isBusy.value = false;
    }
  };
  return { guard, fail };
}
