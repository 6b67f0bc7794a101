import { inTurns, type Measure } from './measure';
import { openPainted } from './painted';
import { type Sample, summarize } from './result';

const size = { width: 400, height: 560 };

/** What the popup shows when its list is there: rows, or the words for an empty list. */
const content = (papers: number) => (papers > 0 ? 'li[data-paper]' : '.empty');

/** The popup against a page of the same extension that renders one word with Preact. */
export const popup: Measure = {
  title: 'popup',
  sizes: [0, 1000, 20_000],
  grows: true,
  async run(bench) {
    const rows: Sample[] = [];
    const runs = 2 * bench.runs;
    const paints = await inTurns(
      runs,
      async () => {
        const painted = await openPainted(bench, 'popup.html', size, content(bench.papers));
        rows.push({ ms: painted.rowsAt, bareMs: painted.firstPaint });
        return painted.firstPaint;
      },
      async () => (await openPainted(bench, 'one-word.html', size)).firstPaint,
    );
    return [
      summarize('popup, first paint', bench.papers, paints, { times: 1.2 }),
      summarize('popup, list on screen', bench.papers, rows.slice(-runs), { plusMs: 60 }),
    ];
  },
};
