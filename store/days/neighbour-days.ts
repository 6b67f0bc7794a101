import type { NeighbourDay, NeighbourDays } from '../../lib/bar-messages';
import { dayNumber, dayOf, isWeekend } from '../../papers/iso-day';
import { defined, isoDay } from '../../papers/record';
import type { Day } from '../database/schema';
import { countNewOn, mayGrow, readDays } from './days';

/** How far back days may have been missed, and how far the nearest day with papers is looked for. */
const furthest = 30;
const nearest = 7;

type Known = ReadonlyMap<string, Day>;

/**
 * What surrounds the page of a day: whether more papers may come to it, the days beside it and how
 * many of their papers are new, and the days before those that have new ones as well. Days without
 * papers are passed over; a weekend of which nothing is known counts as such.
 * @param day An ISO day; absent for a page that is no day's.
 * @param now ms since the epoch.
 * @throws StoreError
 */
export async function neighbourDays(day: string | undefined, now: number): Promise<NeighbourDays> {
  const at = day === undefined ? undefined : dayNumber(day);
  if (day === undefined || at === undefined) return { isFilling: false, missed: [], missedNew: 0 };
  const days = await readDays(dayOf(at - furthest), dayOf(at + nearest));
  const known = new Map(days.map((one) => [one.day, one]));
  const [news, missedOn] = await Promise.all([
    countNewOn([...known.keys()]),
    countNewOn([...known.keys()], 'missed'),
  ]);
  // Of a day whose papers are not counted no number is told, as of one that nothing is known of.
  const told = new Map([...news].filter(([one, count]) => count > 0 || !missedOn.get(one)));
  const before = neighbour(known, told, steps(at, -1));
  const today = isoDay(now);
  const after = neighbour(
    known,
    told,
    steps(at, 1).filter((one) => one <= today),
  );
  const missed = [...news.keys()]
    .filter((one) => one < (before?.day ?? day) && (news.get(one) ?? 0) > 0)
    .reverse();
  return {
    isFilling: mayGrow(known.get(day) ?? { day, ids: [] }, now),
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
    missed,
    missedNew: missed.reduce((sum, one) => sum + (news.get(one) ?? 0), 0),
  };
}

function steps(at: number, direction: 1 | -1): string[] {
  return Array.from({ length: nearest }, (_, index) => dayOf(at + direction * (index + 1)));
}

function neighbour(
  known: Known,
  told: ReadonlyMap<string, number>,
  candidates: readonly string[],
): NeighbourDay | undefined {
  const day = candidates.find((one) => !isWithoutPapers(one, known.get(one)));
  if (day === undefined) return undefined;
  return defined({ day, new: told.get(day) });
}

function isWithoutPapers(day: string, known: Day | undefined): boolean {
  return known ? known.ids.length === 0 : isWeekend(day);
}
