import { browser } from './browser';
import type { MessageType, Sender } from './messages';
import { isOwn } from './senders';

/** Calls back when the extension tells this page of something that another content script answers. */
export function onTold(type: MessageType, callback: () => void, signal: AbortSignal): void {
  const listener = (message: unknown, sender: Sender): void => {
    if ((message as { type?: unknown } | null)?.type === type && isOwn(sender)) callback();
  };
  browser.runtime.onMessage.addListener(listener as never);
  signal.addEventListener('abort', () =>
    browser.runtime.onMessage.removeListener(listener as never),
  );
}
