import { browser } from './browser';

/**
 * Calls back with the new value whenever a key of the extension's storage changes, from whichever
 * context, until the signal aborts; with `undefined` when it was removed.
 * @param area Content scripts are told of `local` alone.
 */
export function onStored(
  key: string,
  callback: (value: unknown) => void,
  signal?: AbortSignal,
  area: 'local' | 'session' = 'local',
): void {
  const listener = (changes: Record<string, { newValue?: unknown }>, where: string): void => {
    const change = changes[key];
    if (where === area && change) callback(change.newValue);
  };
  browser.storage.onChanged.addListener(listener);
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}
