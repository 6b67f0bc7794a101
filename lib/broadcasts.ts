import { browser } from './browser';
import type { MessageType, Protocol, Sender } from './messages';
import { isOwn } from './own-sender';

/** Calls back when the extension tells this page of something that another content script answers. */
export function onBroadcast<T extends MessageType>(
  type: T,
  callback: (request: Protocol[T]['request']) => void,
  signal: AbortSignal,
): void {
  const listener = (message: unknown, sender: Sender): void => {
    const told = message as { type?: unknown; request: Protocol[T]['request'] } | null;
    if (told?.type === type && isOwn(sender)) callback(told.request);
  };
  browser.runtime.onMessage.addListener(listener as never);
  signal.addEventListener('abort', () =>
    browser.runtime.onMessage.removeListener(listener as never),
  );
}
