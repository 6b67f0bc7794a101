import { fakeBrowser } from 'wxt/testing/fake-browser';
import messages from '../../public/_locales/en/messages.json';

/** The fake browser has no catalogue; the real one is at hand. */
function getMessage(key: string, substitutions: string | readonly string[] = []): string {
  const entry = (messages as Record<string, { message: string }>)[key];
  const values = [substitutions].flat();
  return entry?.message.replace(/\$(\d)/g, (_, digit) => values[Number(digit) - 1] ?? '') ?? '';
}

Object.assign(fakeBrowser.i18n, { getMessage });
