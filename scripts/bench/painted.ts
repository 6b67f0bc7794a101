import type { Page, Viewport } from 'puppeteer-core';
import { waitUntil } from '../../tests/e2e/harness/wait';
import { type Bench, rest } from './measure';
import { type Screen, takeScreen } from './screen';

interface ProbedWindow {
  __rowsAt: number;
  __rows: string;
}

/** The mark in the browser's trace that what was looked for is painted. */
export const rowsPainted = 'offprint-rows';

/** How long a page may take on a busy machine, in ms. */
const patience = 120_000;

/** When a page was painted, in ms since the navigation. */
export interface Painted {
  readonly firstPaint: number;
  /** When what was looked for was painted; 0 where nothing was. */
  readonly rowsAt: number;
}

/** Notes when the frame with the first row has been painted. Runs in the page, before anything of it. */
function probe(selector: string, mark: string): void {
  const scope = globalThis as unknown as ProbedWindow;
  scope.__rowsAt = 0;
  const observer = new MutationObserver(() => {
    if (!document.querySelector(selector)) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        scope.__rowsAt = performance.now();
        performance.mark(mark);
        scope.__rows = document.body.innerHTML;
      };
      port2.postMessage('');
    });
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** Runs in the page. */
function read(): Painted | undefined {
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  const { __rowsAt: rowsAt } = globalThis as unknown as ProbedWindow;
  return paint && { firstPaint: paint.startTime, rowsAt };
}

/** What a page is opened for. */
export interface Opening {
  readonly path: string;
  readonly viewport: Viewport;
  /** What is looked for; absent where the first paint is all that is asked. */
  readonly selector?: string;
}

/** Opens a page of the extension in a new tab, and closes it when it is painted. */
export function openPainted(bench: Bench, opening: Opening): Promise<Painted> {
  return onPainted(bench, opening, async (_page, painted) => painted);
}

/** The screen of a page at the moment when what is looked for was painted. */
export function paintedScreen(bench: Bench, opening: Opening): Promise<Screen> {
  return onPainted(bench, opening, async (page) => {
    const rows = await page.evaluate(() => (globalThis as unknown as ProbedWindow).__rows);
    return takeScreen(page, rows);
  });
}

async function onPainted<T>(
  { session }: Bench,
  { path, viewport, selector }: Opening,
  use: (page: Page, painted: Painted) => Promise<T>,
): Promise<T> {
  const page = await session.browser.newPage();
  try {
    page.setDefaultTimeout(patience);
    await page.setViewport(viewport);
    if (selector !== undefined) await page.evaluateOnNewDocument(probe, selector, rowsPainted);
    await page.goto(session.extensionUrl(path));
    // A question asked while the page draws itself would be part of what is measured.
    await rest(300);
    const ask = async () => {
      const answer = await page.evaluate(read);
      return answer && (selector === undefined || answer.rowsAt > 0) ? answer : undefined;
    };
    const what = `${path} to be painted${selector === undefined ? '' : ` with ${selector}`}`;
    return await use(page, await waitUntil(ask, { what, timeout: patience }));
  } finally {
    await page.close();
  }
}
