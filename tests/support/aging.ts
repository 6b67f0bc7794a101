import { expect } from 'vitest';
import type { Paper } from '../../papers/paper';
import { dayLength, isoDay } from '../../papers/record';
import { connection } from '../../store/database/connection';
import { endVisit, noteImpressions } from '../../store/records/impressions';
import { recordsOf } from '../../store/records/queries';
import { age } from '../../store/upkeep/growth';
import { sightOn } from './store';

/** When papers come in these tests, in ms. */
export const start = Date.parse('2026-03-02T09:00:00Z');

/** Some days later, in ms. */
export const inDays = (days: number): number => start + days * dayLength;

/** The state of a paper. */
export const stateOf = async (id: string) => (await recordsOf([id]))[0]?.state;

/** The ids of the papers that have shrunk. */
export const pastIds = async () => (await connection()).getAllKeys('past');

/** The ids of all others. */
export const paperIds = async () => (await connection()).getAllKeys('papers');

/** Sights papers on a day page of a day some days after the first one. */
export function sightAfter(days: number, ...papers: Paper[]) {
  return sightOn(isoDay(inDays(days)), inDays(days), ...papers);
}

/** Sights papers, of which those named first were on screen, and lets ninety days go by. */
export async function shrunken(
  seen: readonly Paper[],
  missed: readonly Paper[] = [],
): Promise<void> {
  await sightAfter(0, ...seen, ...missed);
  await noteImpressions(
    seen.map(({ id }) => id),
    start,
  );
  await endVisit(start);
  await age(inDays(31), false);
  await age(inDays(92), false);
  expect(await pastIds()).toEqual([...seen, ...missed].map(({ id }) => id).sort());
}
