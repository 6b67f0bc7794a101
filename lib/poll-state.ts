import { browser } from './browser';

/** Why the last question to Hugging Face got no usable answer. */
export const pollProblems = ['offline', 'refused', 'busy', 'broken', 'changed'] as const;
export type PollProblem = (typeof pollProblems)[number];

/** How far the background has come with asking for new papers. Instants in ms since the epoch. */
export interface PollState {
  /** The first day that is asked for, as an ISO day. */
  readonly since: string;
  readonly lastAskedAt?: number;
  /** When an answer last was as it should be. */
  readonly lastAnswerAt?: number;
  /** How many questions in a row failed. */
  readonly failures: number;
  /** Nothing is asked before: a pause after failures, or what the server asked for. */
  readonly notBefore?: number;
  readonly problem?: PollProblem;
}

const key = 'poll';

/** Reads the state; `undefined` before the first poll, or when it is damaged. */
export async function readPollState(): Promise<PollState | undefined> {
  return parse((await browser.storage.local.get(key))[key]);
}

/** Keeps the state. */
export async function writePollState(state: PollState): Promise<void> {
  await browser.storage.local.set({ [key]: state });
}

/** Calls back whenever the state changes, in whichever context, until the signal aborts. */
export function onPollState(callback: (state: PollState) => void, signal?: AbortSignal): void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    const state = area === 'local' ? parse(changes[key]?.newValue) : undefined;
    if (state) callback(state);
  };
  browser.storage.onChanged.addListener(listener);
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}

function parse(stored: unknown): PollState | undefined {
  const { since, failures = 0, ...rest } = (stored ?? {}) as Partial<PollState>;
  if (typeof since !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(since)) return undefined;
  return { ...rest, since, failures: typeof failures === 'number' ? failures : 0 };
}
