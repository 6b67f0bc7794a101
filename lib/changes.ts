import { browser } from './browser';

/** Papers changed; `ids` is absent when too many did to name them. */
export interface Change {
  readonly at: number;
  readonly ids?: readonly string[];
}

const key = 'change';
/** More than a part of a bulk change names, so that nobody reads the whole list after each part. */
const mostIds = 2000;
let last = 0;

/**
 * Tells every context of the extension that papers changed. Content scripts are none of them: they cannot
 * read `storage.session`, and the background tells each of the papers of its page (decision 0020). Called once
 * after each transaction is complete. A failure is no failure of the write, since whatever shows papers
 * reads them again when it starts.
 */
export async function announceChange(ids: readonly string[] | 'all'): Promise<void> {
  last = Math.max(Date.now(), last + 1);
  const change: Change = ids === 'all' || ids.length > mostIds ? { at: last } : { at: last, ids };
  await browser.storage.session.set({ [key]: change }).catch(() => {});
}

/** When papers were last changed since the browser started, in ms since the epoch; 0 when they never were. */
export async function lastChangeAt(): Promise<number> {
  const stored = (await browser.storage.session.get(key))[key] as Partial<Change> | undefined;
  return stored?.at ?? 0;
}

/** Calls back on each change, from whichever context of the extension, until the signal aborts. */
export function onChange(callback: (change: Change) => void, signal?: AbortSignal): void {
  const { onChanged } = browser.storage.session;
  const listener = (changes: Record<string, { newValue?: unknown }>): void => {
    const change = changes[key]?.newValue;
    if (change) callback(change as Change);
  };
  onChanged.addListener(listener);
  signal?.addEventListener('abort', () => onChanged.removeListener(listener));
}

/** Versions up to 0.2 told of changes where content scripts could read it. */
export async function forgetToldChanges(): Promise<void> {
  await browser.storage.local.remove(key);
}
