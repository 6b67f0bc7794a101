import * as v from 'valibot';
import { type FillingSource, fillingSources } from '../papers/filling/names';
import { defined } from '../papers/record';
import { browser } from './browser';
import { pollProblems } from './poll-state';

/** How it goes with one source. Instants in ms since the epoch. */
export interface SourceState {
  readonly askedAt?: number;
  /** It is not asked before. */
  readonly notBefore?: number;
  /** How many questions in a row had no usable answer. */
  readonly failures: number;
  /** Why the last one had none. */
  readonly problem?: (typeof pollProblems)[number];
}

/** How it goes with each source that was ever asked. */
export type FillingState = Readonly<Partial<Record<FillingSource, SourceState>>>;

/** The key of the state in `storage.local`. */
export const fillingKey = 'filling';

const number = v.pipe(v.number(), v.finite());
const optional = <Field extends v.GenericSchema>(field: Field) =>
  v.fallback(v.optional(field), undefined);

const source = v.object({
  askedAt: optional(number),
  notBefore: optional(number),
  failures: v.fallback(number, 0),
  problem: optional(v.picklist(pollProblems)),
});

/** Reads the state; what of it is damaged is as before the first question. */
export async function readFillingState(): Promise<FillingState> {
  const stored = (await browser.storage.local.get(fillingKey))[fillingKey];
  const entries = typeof stored === 'object' && stored ? Object.entries(stored) : [];
  const known: Partial<Record<FillingSource, SourceState>> = {};
  for (const [name, value] of entries) {
    const found = fillingSources.find((one) => one === name);
    const { success, output } = v.safeParse(source, value);
    if (found && success) known[found] = defined(output);
  }
  return known;
}

/** Keeps how it goes with one source. */
export async function writeSourceState(name: FillingSource, state: SourceState): Promise<void> {
  await browser.storage.local.set({
    [fillingKey]: { ...(await readFillingState()), [name]: state },
  });
}
