import { waitUntil } from '../../tests/e2e/harness/wait';
import { type Bench, inTurns, type Measure, rest } from './measure';
import { type Sample, summarize } from './result';

interface ProbedWindow {
  __rowsAt: number;
}

interface Painted {
  readonly firstPaint: number;
  /** 0 where there is no row. */
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

/** What the popup shows when its list is there: rows, or the words for an empty list. */
const content = (papers: number) => (papers > 0 ? 'li[data-paper]' : '.empty');

async function open({ session, papers }: Bench, path: string, hasRows: boolean): Promise<Painted> {
  const page = await session.browser.newPage();
  await page.setViewport({ width: 400, height: 560 });
  await page.evaluateOnNewDocument(probe, content(papers));
  await page.goto(session.extensionUrl(path));
  // A question asked while the page draws itself would be part of what is measured.
  await rest(400);
  const painted = await waitUntil(
    async () => {
      const answer = await page.evaluate(read);
      return answer && (!hasRows || answer.rowsAt > 0) ? answer : undefined;
    },
    { what: `${path} to be painted${hasRows ? ' with its list' : ''}` },
  );
  await page.close();
  return painted;
}

/** The popup against a page of the same extension that renders one word with Preact. */
export const popup: Measure = {
  title: 'popup',
  sizes: [0, 1000, 20_000],
  async run(bench) {
    const rows: Sample[] = [];
    const runs = 2 * bench.runs;
    const paints = await inTurns(
      runs,
      async () => {
        const { firstPaint, rowsAt } = await open(bench, 'popup.html', true);
        rows.push({ ms: rowsAt, bareMs: firstPaint });
        return firstPaint;
      },
      async () => (await open(bench, 'one-word.html', false)).firstPaint,
    );
    return [
      summarize('popup, first paint', bench.papers, paints, { times: 1.2 }),
      summarize('popup, list on screen', bench.papers, rows.slice(-runs), { plusMs: 60 }),
    ];
  },
};
