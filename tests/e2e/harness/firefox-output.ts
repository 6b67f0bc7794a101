import { createInterface } from 'node:readline';
import type { Browser } from 'puppeteer-core';

/** Makes Firefox write what pages log to its own output, and nothing that it logs itself. */
export const outputPreferences: Record<string, unknown> = {
  'devtools.console.stdout.content': true,
  'devtools.console.stdout.chrome': false,
};

/**
 * Notes what the extension writes to a console as an error, in its pages, its event page and its
 * content scripts. WebDriver BiDi tells of none of them (Firefox 153), so Firefox's output is read:
 * ours is what names the extension's address or begins as lib/report.ts does.
 */
export function watchFirefoxOutput(
  browser: Browser,
  origin: string,
  note: (problem: string) => void,
): void {
  const output = browser.process()?.stdout;
  if (!output) throw new Error('Firefox was started without an output that can be read');
  createInterface({ input: output }).on('line', (line) => {
    const isOurs = line.includes(origin) || line.includes('"Offprint (');
    if (line.startsWith('console.error:') && isOurs) note(line);
  });
}
