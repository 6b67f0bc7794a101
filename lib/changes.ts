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

/** Where the last change lies in `storage.session`. */
export const key = 'change';
/** Of this context, and of no other. */
export const here = crypto.randomUUID();
/** Who is told of what this context changes; see `followChanges`. */
export const followers = new Set<(change: Announcement) => void>();

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
