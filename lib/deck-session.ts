import type { Budget, DeckSession } from '../papers/deck/session';
import { browser } from './browser';

const key = 'deck';

/** The session that was kept last; `undefined` when there is none, or it is damaged. */
export async function readDeckSession(): Promise<DeckSession | undefined> {
  return parse((await browser.storage.local.get(key))[key]);
}

/** Keeps a session, so that the deck can go on with it after its page was closed or killed. */
export async function writeDeckSession(session: DeckSession): Promise<void> {
  await browser.storage.local.set({ [key]: session });
}

/** Forgets the session that was kept. */
export async function forgetDeckSession(): Promise<void> {
  await browser.storage.local.remove(key);
}

function parse(stored: unknown): DeckSession | undefined {
  const { ids, since, scope, withMuted, budget, at, held } = (stored ?? {}) as Partial<DeckSession>;
  if (!areWords(ids) || typeof since !== 'number') return undefined;
  return {
    ids,
    since,
    scope: areWords(scope?.days) ? { days: scope.days } : {},
    withMuted: withMuted === true,
    ...(isBudget(budget) ? { budget } : {}),
    ...(typeof at === 'string' ? { at } : {}),
    ...(typeof held === 'string' ? { held } : {}),
  };
}

function isBudget(budget: Budget | undefined): budget is Budget {
  return typeof budget?.minutes === 'number' && areWords(budget.picked);
}

function areWords(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((word) => typeof word === 'string');
}
