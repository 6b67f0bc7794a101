import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { shiftClock } from '../../support/shifted-clock';

const script = 'shifted-clock.js';
/** Scripts that run in a context of their own, and not in a page. */
const aloneStanding = /^(background|content-scripts\/[^/]+)\.js$/;

async function prepend(file: string, text: string): Promise<void> {
  await writeFile(file, text + (await readFile(file, 'utf8')));
}

/**
 * Sets the clock of a built extension: of its background, its content scripts and its pages.
 * @param dir The extension's folder, which is changed.
 * @param offset How far its clock is to be ahead of the machine's, in ms.
 */
export async function setClock(dir: string, offset: number): Promise<void> {
  const call = `(${shiftClock})(${offset});\n`;
  const files = await readdir(dir, { recursive: true });
  await writeFile(join(dir, script), call);
  for (const file of files.map((name) => name.replaceAll('\\', '/'))) {
    const path = join(dir, file);
    if (aloneStanding.test(file)) await prepend(path, call);
    if (!file.endsWith('.html')) continue;
    const html = await readFile(path, 'utf8');
    await writeFile(path, html.replace('<head>', `<head><script src="/${script}"></script>`));
  }
}

/** Sets the clock of a page of the extension that has no script to do it, as an image has none. */
export async function setPageClock(page: Page): Promise<void> {
  const offset = Number(process.env.OFFPRINT_CLOCK_OFFSET ?? 0);
  if (offset !== 0) await page.evaluate(shiftClock, offset);
}
