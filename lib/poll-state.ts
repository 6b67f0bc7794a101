import { isoDay } from '../papers/record';
import { browser } from './browser';
import { onStored } from './stored';

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
  /** When the next poll is planned. */
  readonly askAt?: number;
  /** How many polls in a row failed. */
  readonly failures: number;
  /** Nothing is asked before: a pause after failures, or what the server asked for. */
  readonly notBefore?: number;
  readonly problem?: PollProblem;
  /** How many entries of the last good poll could not be read. */
  readonly skipped?: number;
  /** Days that could not be had while others could, and for how many polls that has been so. */
  readonly putOff?: Readonly<Record<string, number>>;
  /** Whether the reader was told that answers have changed, since the last one that was good. */
  readonly toldChanged?: boolean;
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

/** Makes days before today be asked for no more: whoever deletes everything does not want it back. */
export async function forgetMissedDays(): Promise<void> {
  const state = await readPollState();
  if (state) await writePollState({ ...state, since: isoDay(Date.now()) });
}

/** Calls back whenever the state changes, in whichever context, until the signal aborts. */
export function onPollState(callback: () => void, signal?: AbortSignal): void {
  onStored(key, callback, signal);
}

const numbers = ['lastAskedAt', 'lastAnswerAt', 'askAt', 'notBefore', 'skipped'] as const;

function parse(stored: unknown): PollState | undefined {
  const value = (typeof stored === 'object' && stored ? stored : {}) as Record<string, unknown>;
  const { since, failures, putOff, toldChanged } = value;
  if (typeof since !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(since)) return undefined;
  const problem = pollProblems.find((one) => one === value.problem);
  return {
    ...Object.fromEntries(numbers.flatMap((name) => numberIn(value, name))),
    since,
    failures: typeof failures === 'number' ? failures : 0,
    ...(problem ? { problem } : {}),
    ...(isCounts(putOff) ? { putOff } : {}),
    ...(toldChanged === true ? { toldChanged } : {}),
  };
}

function isCounts(value: unknown): value is Record<string, number> {
  const isObject = typeof value === 'object' && value !== null;
  return isObject && Object.values(value).every((one) => typeof one === 'number');
}

function numberIn(value: Record<string, unknown>, name: string): [string, number][] {
  const found = value[name];
  return typeof found === 'number' && Number.isFinite(found) ? [[name, found]] : [];
}
