import * as v from 'valibot';
import { defined, isoDay } from '../papers/record';
import { browser } from './browser';
import { pollKey } from './poll-changes';

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

const number = v.pipe(v.number(), v.finite());
const optional = <Field extends v.GenericSchema>(field: Field) =>
  v.fallback(v.optional(field), undefined);

/** A field that is damaged is absent; without its first day there is no state. */
const schema = v.object({
  since: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/)),
  lastAskedAt: optional(number),
  lastAnswerAt: optional(number),
  askAt: optional(number),
  failures: v.fallback(number, 0),
  notBefore: optional(number),
  problem: optional(v.picklist(pollProblems)),
  skipped: optional(number),
  putOff: optional(v.record(v.string(), number)),
  toldChanged: optional(v.literal(true)),
});

/** Reads the state; `undefined` before the first poll, or when it is damaged. */
export async function readPollState(): Promise<PollState | undefined> {
  return parse((await browser.storage.local.get(pollKey))[pollKey]);
}

/** Keeps the state. */
export async function writePollState(state: PollState): Promise<void> {
  await browser.storage.local.set({ [pollKey]: state });
}

/** Makes days before today be asked for no more: whoever deletes everything does not want it back. */
export async function forgetMissedDays(): Promise<void> {
  const state = await readPollState();
  if (state) await writePollState({ ...state, since: isoDay(Date.now()) });
}

function parse(stored: unknown): PollState | undefined {
  const { success, output } = v.safeParse(schema, stored);
  return success ? defined(output) : undefined;
}
