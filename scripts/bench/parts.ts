import { readRow } from './library-page';
import { type Bench, rest, tool } from './measure';
import { type Opening, openPainted, paintedScreen, rowsPainted } from './painted';
import { leastRuns, median } from './result';
import { writeScreen } from './screen';

/** What the browser's trace says of one task; https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU. */
interface Traced {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Of `dur`, what the thread was at work. */
  readonly tdur?: number;
}

/** The names of tasks, by what they are. The first one that a name fits is what it is. */
const kinds = {
  'scripts compiled': /^(v8\.compile|V8\.Compile|v8\.produce|V8\.Deserialize)/,
  'scripts at work':
    /^(v8\.|FunctionCall|EvaluateScript|RunMicrotasks|TimerFire|FireAnimationFrame)/,
  garbage: /GC|MinorGC|MajorGC/,
  style: /^(UpdateLayoutTree|ParseAuthorStyleSheet|Document::(recalcStyle|updateStyle|rebuild))/,
  layout: /^(Layout|LocalFrameView::(performLayout|layout))$/,
  paint: /^(Paint|PrePaint|Layerize|Commit|Blink\.(Paint|PrePaint))/,
  'document parsed': /^ParseHTML/,
} as const;
type Kind = keyof typeof kinds | 'everything else';

function kindOf(name: string): Kind {
  const found = Object.entries(kinds).find(([, pattern]) => pattern.test(name));
  return (found?.[0] ?? 'everything else') as Kind;
}

/** What the main thread of a page was at work with, by kind, in ms. */
function sum(events: readonly Traced[], isThere: (event: Traced) => boolean): Map<Kind, number> {
  const tasks = events
    .filter(isThere)
    .sort((one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0));
  const open: { readonly end: number; readonly kind: Kind }[] = [];
  const sums = new Map<Kind, number>();
  const add = (kind: Kind, ms: number) => sums.set(kind, (sums.get(kind) ?? 0) + ms);
  for (const { name, ts, dur = 0, tdur = 0 } of tasks) {
    while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= ts) open.pop();
    const around = open.at(-1)?.kind;
    // A task of no kind belongs to the one it is a part of.
    const own = kindOf(name);
    const kind = own === 'everything else' && around ? around : own;
    if (around) add(around, -tdur / 1000);
    add(kind, tdur / 1000);
    open.push({ end: ts + dur, kind });
  }
  return sums;
}

/** What a page is painted with, traced from the beginning of its process's work until then. */
async function traced(bench: Bench, opening: Opening): Promise<Map<Kind, number>> {
  const devtools = await bench.session.browser.target().createCDPSession();
  const events: Traced[] = [];
  devtools.on('Tracing.dataCollected', ({ value }) => events.push(...(value as never as Traced[])));
  const isWhole = new Promise((resolve) => devtools.once('Tracing.tracingComplete', resolve));
  const includedCategories = ['devtools.timeline', 'v8', 'blink', 'toplevel', 'blink.user_timing'];
  await devtools.send('Tracing.start', { traceConfig: { includedCategories } });
  await openPainted(bench, opening);
  await devtools.send('Tracing.end');
  await isWhole;
  await devtools.detach();
  const end = events.findLast(({ name }) => name === rowsPainted);
  if (!end) throw new Error(`${opening.path} was painted unseen`);
  return sum(
    events,
    ({ ph, pid, tid, ts }) => ph === 'X' && pid === end.pid && tid === end.tid && ts < end.ts,
  );
}

/** How the main thread comes to the first rows of a page, against the same screen drawn from memory. */
async function pageParts(bench: Bench, name: string, opening: Opening): Promise<readonly string[]> {
  const screen = await paintedScreen(bench, opening);
  const drawn = { ...opening, path: await writeScreen(bench, name, screen) };
  const [ours, bare] = [[], []] as [Map<Kind, number>[], Map<Kind, number>[]];
  for (let run = 0; run < leastRuns + 2; run += 1) {
    ours.push(await traced(bench, opening));
    bare.push(await traced(bench, drawn));
  }
  const of = (runs: readonly Map<Kind, number>[], kind: Kind) =>
    median(runs.slice(2).map((sums) => sums.get(kind) ?? 0)).toFixed(1);
  const all: readonly Kind[] = [...(Object.keys(kinds) as Kind[]), 'everything else'];
  return all.map(
    (kind) => `${name}, ${kind}: ${of(ours, kind)}, drawn from memory ${of(bare, kind)}`,
  );
}

/** What each step towards a saved note and a saved tag takes. */
async function storeParts(bench: Bench): Promise<readonly string[]> {
  const taken = new Map<string, number[]>();
  for (let run = 0; run < 4 * bench.runs; run += 1) {
    const steps = await tool(bench, 'steps')(run);
    await rest();
    for (const [name, ms] of Object.entries(steps))
      taken.set(name, [...(taken.get(name) ?? []), ms]);
  }
  return [...taken].map(([name, ms]) => `${name}: ${median(ms).toFixed(2)}`);
}

/** Says of the lines that are furthest from their limits what their time is made of, in ms. */
export async function parts(bench: Bench): Promise<readonly string[]> {
  const library = {
    path: 'library.html',
    viewport: { width: 1280, height: 900 },
    selector: readRow,
  };
  const popup = {
    ...{ path: 'popup.html', viewport: { width: 400, height: 560 } },
    selector: 'li[data-paper]',
  };
  return [
    ...(await pageParts(bench, 'library', library)),
    ...(await pageParts(bench, 'popup', popup)),
    ...(await storeParts(bench)),
  ];
}
