import { browser } from './browser';

/**
 * Calls back with the new value whenever a key of the extension's storage changes, from whichever
 * context, until the signal aborts; with `undefined` when it was removed.
 */
export function onStored(
  key: string,
  callback: (value: unknown) => void,
  signal?: AbortSignal,
): void {
  const { onChanged } = browser.storage.local;
  const listener = (changes: Record<string, { newValue?: unknown }>): void => {
    const change = changes[key];
    if (change) callback(change.newValue);
  };
  onChanged.addListener(listener);
  signal?.addEventListener('abort', () => onChanged.removeListener(listener));
}
