import type { Viewport } from 'puppeteer-core';
import { waitUntil } from '../../tests/e2e/harness/wait';
import { type Bench, rest } from './measure';

interface ProbedWindow {
  __rowsAt: number;
}

/** When a page was painted, in ms since the navigation. */
export interface Painted {
  readonly firstPaint: number;
  /** When what was looked for was painted; 0 where nothing was. */
  readonly rowsAt: number;
}

/** Notes when the frame with the first row has been painted. Runs in the page, before anything of it. */
function probe(selector: string): void {
  const scope = globalThis as unknown as ProbedWindow;
  scope.__rowsAt = 0;
  const observer = new MutationObserver(() => {
    if (!document.querySelector(selector)) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        scope.__rowsAt = performance.now();
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

/**
 * Opens a page of the extension in a new tab, and closes it when it is painted.
 * @param selector What is looked for; absent where the first paint is all that is asked.
 */
export async function openPainted(
  { session }: Bench,
  path: string,
  viewport: Viewport,
  selector?: string,
): Promise<Painted> {
  const page = await session.browser.newPage();
  await page.setViewport(viewport);
  if (selector !== undefined) await page.evaluateOnNewDocument(probe, selector);
  await page.goto(session.extensionUrl(path));
  // A question asked while the page draws itself would be part of what is measured.
  await rest(400);
  const painted = await waitUntil(
    async () => {
      const answer = await page.evaluate(read);
      return answer && (selector === undefined || answer.rowsAt > 0) ? answer : undefined;
    },
    { what: `${path} to be painted${selector === undefined ? '' : ` with ${selector}`}` },
  );
  await page.close();
  return painted;
}
