import { createInterface } from 'node:readline';
import type { Browser } from 'puppeteer-core';
import { withTimeout } from './wait';

/** Makes Firefox write what pages log to its own output, and nothing that it logs itself. */
export const outputPreferences: Record<string, unknown> = {
  'devtools.console.stdout.content': true,
  'devtools.console.stdout.chrome': false,
};

/** The output of a Firefox that runs. */
export interface Output {
  /** Resolves when a line that just says this was read, and with it whatever was written before. */
  reaches(mark: string): Promise<void>;
}

/**
 * Notes what the extension writes to a console as an error, in its pages, its event page and its
 * content scripts. WebDriver BiDi tells of none of them (Firefox 153), so Firefox's output is read:
 * ours is what names the extension's address or begins as lib/report.ts does.
 */
export function watchFirefoxOutput(
  browser: Browser,
  origin: string,
  note: (problem: string) => void,
): Output {
  const output = browser.process()?.stdout;
  if (!output) throw new Error('Firefox was started without an output that can be read');
  const waiting = new Map<string, () => void>();
  createInterface({ input: output }).on('line', (line) => {
    waiting.get(line)?.();
    const isOurs = line.includes(origin) || line.includes('"Offprint (');
    if (line.startsWith('console.error:') && isOurs) note(line);
  });
  return {
    async reaches(mark) {
      const reached = new Promise<void>((resolve) => {
        waiting.set(mark, resolve);
      });
      await withTimeout(reached, { what: `Firefox's output to say ${mark}` });
      waiting.delete(mark);
    },
  };
}
