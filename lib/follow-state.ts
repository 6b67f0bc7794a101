import * as v from 'valibot';
import { defined } from '../papers/record';
import { browser } from './browser';
import { pollProblems } from './poll-state';

/** How far the background has come with what arXiv announces in the subjects that the reader follows. */
export interface FollowState {
  /** The ISO day whose announcement is known, and of which subjects. */
  readonly day?: string;
  readonly subjects?: string;
  /** When arXiv was last asked, in ms since the epoch. */
  readonly askedAt?: number;
  /** Nothing is asked before. */
  readonly notBefore?: number;
  /** How many questions in a row had no usable answer. */
  readonly failures: number;
  /** Why; `stale` where the feed is still that of a day before. */
  readonly problem?: (typeof pollProblems)[number] | 'stale';
}

/** The key of the state in `storage.local`. */
export const followKey = 'follow';

const number = v.pipe(v.number(), v.finite());
const optional = <Field extends v.GenericSchema>(field: Field) =>
  v.fallback(v.optional(field), undefined);

const schema = v.object({
  day: optional(v.pipe(v.string(), v.isoDate())),
  subjects: optional(v.string()),
  askedAt: optional(number),
  notBefore: optional(number),
  failures: v.fallback(number, 0),
  problem: optional(v.picklist([...pollProblems, 'stale'])),
});

/** Reads the state; one that is damaged is as before the first question. */
export async function readFollowState(): Promise<FollowState> {
  const stored = (await browser.storage.local.get(followKey))[followKey];
  const { success, output } = v.safeParse(schema, stored);
  return success ? defined(output) : { failures: 0 };
}

/** Keeps the state. */
export async function writeFollowState(state: FollowState): Promise<void> {
  await browser.storage.local.set({ [followKey]: state });
}
