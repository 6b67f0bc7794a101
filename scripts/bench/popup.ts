import { type Bench, beside, type Measure, turns } from './measure';
import { openPainted, paintedScreen } from './painted';
import { summarize } from './result';
import { writeScreen } from './screen';

const viewport = { width: 400, height: 560 };

/** What the popup shows when its list is there: rows, or the words for an empty list. */
const content = (papers: number) => (papers > 0 ? 'li[data-paper]' : '.empty');

async function paints(bench: Bench) {
  const real = { path: 'popup.html', viewport, selector: content(bench.papers) };
  const screen = await paintedScreen(bench, real);
  const drawn = { ...real, path: await writeScreen(bench, 'popup', screen) };
  const rows: number[] = [];
  // Every list at which nothing but growth is looked for takes half the runs.
  const runs = bench.papers === 20_000 ? 2 * bench.runs : bench.runs;
  const taken = await turns(runs, {
    popup: async () => {
      const { firstPaint, rowsAt } = await openPainted(bench, real);
      rows.push(rowsAt);
      return firstPaint;
    },
    word: async () => (await openPainted(bench, { path: 'one-word.html', viewport })).firstPaint,
    drawn: async () => (await openPainted(bench, drawn)).rowsAt,
  });
  return { ...taken, rows: rows.slice(-runs) };
}

/** The popup against a page that renders one word with Preact, and its list against its own rows drawn from memory. */
export const popup: Measure = {
  title: 'popup',
  sizes: [0, 1000, 20_000],
  grows: true,
  async run(bench) {
    const { papers } = bench;
    const taken = await paints(bench);
    const first = beside(taken.popup, taken.word);
    const list = beside(taken.rows, taken.drawn);
    return [
      summarize('popup, first paint', papers, first, { times: 1.05 }),
      summarize('popup, list on screen', papers, list, { times: 1.3 }),
    ];
  },
};
