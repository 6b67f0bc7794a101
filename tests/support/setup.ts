import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import messages from '../../public/_locales/en/messages.json';

/** The fake browser has no catalogue; the real one is at hand. */
function getMessage(key: string, substitutions: string | readonly string[] = []): string {
  const entry = (messages as Record<string, { message: string }>)[key];
  const values = [substitutions].flat();
  return entry?.message.replace(/\$(\d)/g, (_, digit) => values[Number(digit) - 1] ?? '') ?? '';
}

Object.assign(fakeBrowser.i18n, { getMessage });

/** Waits longer than Vitest's own does, so that a busy machine fails nothing, and looks more often. */
const patience = { timeout: 15_000, interval: 10 };
const { waitFor } = vi;
vi.waitFor = (callback, options) =>
  waitFor(callback, typeof options === 'number' ? options : { ...patience, ...options });
