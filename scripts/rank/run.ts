import { type Day, keywordsOf, readDays } from './days';
import { type DayResult, goThrough, meanGain } from './measure';
import { byChance, byUpvotes, type Order, ranker } from './orders';
import { changeDay, kinds, readerOf } from './readers';
import { askWhy } from './reasons';
import { floor, naiveBayes, nearestCentroid } from './simple-orders';

/** What is measured. */
export interface Asked {
  /** Files of days; each is gone through by itself. */
  readonly files: readonly string[];
  readonly readers: number;
  /** The seed of the first reader. */
  readonly seed: number;
  /** What the names of the readers, or those of the orders, have in them that are measured. */
  readonly only: string | undefined;
  readonly say: (line: string) => void;
}

const orders: Readonly<Record<string, (seed: number) => Order>> = {
  random: byChance,
  upvotes: byUpvotes,
  'nearest centroid': nearestCentroid,
  'naive Bayes': naiveBayes,
  floor,
  ranker,
};

/** The days of a reader's first weeks, later ones and the rest, from 0. */
const spans = [
  [5, 15],
  [15, 35],
  [35, Number.POSITIVE_INFINITY],
] as const;

/** Measures every order for every kind of reader on the days of files, and says so in tables. */
export function rank({ files, readers, seed, only, say }: Asked): void {
  for (const file of files) {
    const days = readDays(file);
    const seeds = Array.from({ length: readers }, (_, at) => seed + at);
    say(`\n${days.length} days, ${days.flat().length} papers, ${keywordsOf(days).length} keywords`);
    say(`${readers} readers of each kind, seeds from ${seed}; nDCG@10\n`);
    for (const kind of chosen(kinds, ({ name }) => name, only)) {
      say(
        `| ${kind.name} | days 6–15 | 16–35 | 36– | ${changeDay + 11}–${changeDay + 20} | beats upvotes | likely kept |`,
      );
      say('| --- | ---: | ---: | ---: | ---: | ---: | ---: |');
      const all = (name: string) => seeds.map((one) => resultsOf(days, kind, one, name));
      const votes = all('upvotes');
      for (const name of chosen(Object.keys(orders), (one) => one, only))
        say(`| ${[name, ...cells(all(name), votes)].join(' | ')} |`);
      const whys = seeds.map((one) => askWhy(days, readerOf(kind, days, one)));
      const well = whys.filter(({ asked, named }) => named * 2 > asked);
      const [asked, named] = [sum(whys, 'asked'), sum(whys, 'named')];
      say(
        `\nFirst reasons that name an interest: ${named} of ${asked}; for most of the days with ${well.length} of ${readers} readers\n`,
      );
    }
  }
}

/** Those with a name that has one of the words; all of them where none has. */
function chosen<T>(
  from: readonly T[],
  nameOf: (one: T) => string,
  word: string | undefined,
): readonly T[] {
  const words = word?.split(',') ?? [];
  const found = from.filter((one) => words.some((part) => nameOf(one).includes(part)));
  return found.length ? found : from;
}

function sum<Name extends string>(
  all: readonly Readonly<Record<Name, number>>[],
  name: Name,
): number {
  return all.reduce((count, one) => count + one[name], 0);
}

function resultsOf(
  days: readonly Day[],
  kind: (typeof kinds)[number],
  seed: number,
  name: string,
): DayResult[] {
  const order = orders[name]?.(seed);
  return order ? goThrough(days, readerOf(kind, days, seed), order) : [];
}

function cells(
  results: readonly (readonly DayResult[])[],
  votes: readonly (readonly DayResult[])[],
): string[] {
  const flat = results.flat();
  const gains = [...spans, [changeDay + 10, changeDay + 20] as const];
  const beats = results.filter(
    (of, at) => meanGain(of, 0, 1e9) > meanGain(votes[at] ?? [], 0, 1e9),
  );
  const likely = flat.reduce((sum, day) => sum + day.likely, 0);
  const kept = flat.reduce((sum, day) => sum + day.kept, 0);
  return [
    ...gains.map(([from, to]) => meanGain(flat, from, to).toFixed(3)),
    `${beats.length} of ${results.length}`,
    likely ? `${kept} of ${likely}` : '',
  ];
}
