import { browser } from './browser';

/** What was written. */
export interface Change {
  /** The object stores that were written to; absent when any may have been. */
  readonly stores?: readonly string[];
  /** The papers that changed, by each of their ids; absent when too many did to name them. */
  readonly ids?: readonly string[];
}

/** A change as every context is told of it. */
export interface Announcement extends Change {
  readonly at: number;
  /** The context that made it. */
  readonly from: string;
}

const key = 'change';
/** More than a part of a bulk change names, so that nobody reads the whole list after each part. */
const mostIds = 2000;
const here = crypto.randomUUID();
const followers = new Set<(change: Announcement) => void>();
let last = 0;

/**
 * Tells every context of the extension what was written; without words, that anything may have been.
 * Content scripts are none of them: they cannot read `storage.session`, and the background tells each of
 * the papers of its page (decision 0020). Called once after each transaction is complete. A failure is no
 * failure of the write, since whatever shows papers reads them again when it starts.
 */
export async function announceChange(change: Change = {}): Promise<void> {
  const { tellHere, told } = announceAhead(change);
  tellHere();
  await told;
}

/**
 * The same of a transaction that is about to be complete: the other contexts are told at once, since to tell them takes
 * a while, and what they read then waits for the transaction. Should it fail, they read what they know.
 * @returns What tells this context, to be called when it is complete; and when the others were told.
 */
export function announceAhead({ stores, ids }: Change = {}): {
  tellHere(): void;
  readonly told: Promise<void>;
} {
  last = Math.max(Date.now(), last + 1);
  const change: Announcement = {
    at: last,
    from: here,
    ...(stores && { stores }),
    ...(ids && ids.length <= mostIds && { ids }),
  };
  const told = browser.storage.session.set({ [key]: change }).catch(() => {});
  return { tellHere: () => followers.forEach((follow) => void follow(change)), told };
}

/** When papers were last changed since the browser started, in ms since the epoch; 0 when they never were. */
export async function lastChangeAt(): Promise<number> {
  const stored = (await browser.storage.session.get(key))[key] as Partial<Announcement> | undefined;
  return stored?.at ?? 0;
}

/** Calls back on each change, from whichever context of the extension, until the signal aborts. */
export function onChange(callback: (change: Announcement) => void, signal?: AbortSignal): void {
  const { onChanged } = browser.storage.session;
  const listener = (changes: Record<string, { newValue?: unknown }>): void => {
    const change = changes[key]?.newValue;
    if (change) callback(change as Announcement);
  };
  onChanged.addListener(listener);
  signal?.addEventListener('abort', () => onChanged.removeListener(listener));
}

/**
 * The same for a page that shows what it has written itself: of a change made in this context it is told
 * before the writing resolves, and not again when the browser tells of it.
 */
export function followChanges(
  callback: (change: Announcement) => void,
  signal?: AbortSignal,
): void {
  followers.add(callback);
  signal?.addEventListener('abort', () => followers.delete(callback));
  onChange((change) => {
    if (!isMadeHere(change)) callback(change);
  }, signal);
}

/** Tells whether this context made a change. */
export function isMadeHere({ from }: Announcement): boolean {
  return from === here;
}

/** Versions up to 0.2 told of changes where content scripts could read it. */
export async function forgetToldChanges(): Promise<void> {
  await browser.storage.local.remove(key);
}
