import { dayLength } from '../../../papers/record';

/** Of how many days, weeks and months the last backup is kept. */
export const retention = { days: 7, weeks: 6, months: 12 } as const;

/** How many are kept in any case: one that is restored is not to be pushed out by the one made before that. */
const latest = 3;

/** A backup that is kept. */
export interface KeptBackup {
  /** Its file's name. */
  readonly name: string;
  /** When it was made, in ms. */
  readonly at: number;
  /** In bytes. */
  readonly size: number;
  /** Of what is in it; equal for equal contents. */
  readonly hash: string;
}

/**
 * Which backups are not kept any longer: all but the last three and the last one of each of the last days, weeks and months that have
 * one, and of those the oldest while all together are larger than the limit. The last made is always kept. Those of a time that
 * is still to come, as of a clock that was wrong, push out none of the others and are not pushed out by them.
 * @param backups In any order.
 * @param limit In bytes.
 * @param now In ms.
 */
export function superfluous(
  backups: readonly KeptBackup[],
  limit: number,
  now: number,
): KeptBackup[] {
  const lastFirst = lastMadeFirst(backups, now);
  const kept = new Set([
    ...ofPeriods(lastFirst.filter(({ at }) => at <= now)),
    ...ofPeriods(lastFirst.filter(({ at }) => at > now)),
  ]);
  let size = 0;
  for (const backup of lastFirst) {
    if (!kept.has(backup)) continue;
    size += backup.size;
    if (size > limit && backup !== lastFirst[0]) kept.delete(backup);
  }
  return lastFirst.filter((backup) => !kept.has(backup));
}

/**
 * Backups from the last made to the first, as far as their times tell: those of a time that is still to come were made before.
 * @param now In ms.
 */
export function lastMadeFirst(backups: readonly KeptBackup[], now: number): KeptBackup[] {
  const isToCome = ({ at }: KeptBackup) => Number(at > now);
  return [...backups].sort(
    (one, other) =>
      isToCome(one) - isToCome(other) || other.at - one.at || (one.name < other.name ? 1 : -1),
  );
}

function ofPeriods(newestFirst: readonly KeptBackup[]): KeptBackup[] {
  const kept: KeptBackup[] = [];
  for (const [many, periodOf] of periods) {
    const seen = new Set<number>();
    for (const backup of newestFirst) {
      const period = periodOf(backup.at);
      if (seen.has(period)) continue;
      if (seen.size === many) break;
      seen.add(period);
      kept.push(backup);
    }
  }
  return kept;
}

const day = (at: number) => Math.floor(at / dayLength);
/** The first day of the epoch was a Thursday; a week begins on Monday (ISO 8601). In UTC, as months are. */
const week = (at: number) => Math.floor((day(at) + 3) / 7);
const month = (at: number) => new Date(at).getUTCFullYear() * 12 + new Date(at).getUTCMonth();

const periods = [
  [latest, (at: number) => at],
  [retention.days, day],
  [retention.weeks, week],
  [retention.months, month],
] as const;
