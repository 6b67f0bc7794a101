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
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    const change = changes[key];
    if (area === 'local' && change) callback(change.newValue);
  };
  browser.storage.onChanged.addListener(listener);
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}
