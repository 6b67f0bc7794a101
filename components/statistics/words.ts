import { counted, text } from '../../lib/text';
import type { Backlog } from '../../papers/statistics/backlog';
import type { ReadingTime } from '../../papers/statistics/reading-time';
import type { Streaks } from '../../papers/statistics/streaks';
import type { Upvotes } from '../../papers/statistics/upvotes';
import type { Pace } from '../../papers/statistics/weeks';

const weeksOfMonth = 365.25 / 7 / 12;

/** A mean as a reader wants it: with one decimal place below ten, whole above. */
export function rounded(value: number): number {
  return value < 10 ? Math.round(value * 10) / 10 : Math.round(value);
}

/** What is saved and read in a week. */
export function flowFinding({ saved, read }: Pace): string {
  if (!saved && !read) return text('statisticsFlowQuiet');
  return counted('statisticsFlow', rounded(saved), rounded(read));
}

/** How many papers wait, and until when. */
export function backlogFinding({ waiting, weeksLeft }: Backlog): string {
  if (waiting === 0) return text('statisticsBacklogNone');
  if (weeksLeft === undefined) return counted('statisticsBacklogStays', waiting);
  return counted('statisticsBacklogEnds', waiting, timeLeft(weeksLeft));
}

/** The current run of weeks and the longest; no word about one that ended. */
export function streakFinding({ current, longest }: Streaks): string {
  if (longest === 0) return text('statisticsStreakNone');
  const best = counted('statisticsStreakLongest', longest);
  if (current === 0) return `${best} ${text('statisticsStreakNext')}`;
  const now = counted('statisticsStreak', current);
  return `${now} ${current === longest ? text('statisticsStreakIsLongest') : best}`;
}

/** Within how many days a quarter, half and three quarters of the papers were read. */
export function readingTimeFinding({ papers, quartiles }: ReadingTime): string {
  if (!quartiles) return text('statisticsDelaysNone');
  const [quarter, half, most] = quartiles;
  if (papers === 1)
    return text('statisticsDelaysOne', half === 0 ? text('statisticsSameDayOne') : within(half));
  if (quarter === most) return text('statisticsDelaysSame', within(half));
  if (quarter === half) return text('statisticsDelaysTwo', within(half), within(most));
  return text('statisticsDelays', within(quarter), within(half), within(most));
}

/** Upvotes a paper, when it was saved and now. */
export function upvotesFinding({ papers, atSaving, now }: Upvotes): string {
  if (papers === 0) return text('statisticsUpvotesNone');
  return counted('statisticsUpvotes', papers, rounded(atSaving), rounded(now));
}

function within(days: number): string {
  return days === 0 ? text('statisticsSameDay') : counted('statisticsWithin', days);
}

/** A time to come in words that are no more exact than it is known. */
function timeLeft(weeks: number): string {
  if (weeks <= 1) return text('statisticsSoon');
  if (weeks < 12) return counted('statisticsInWeeks', Math.round(weeks));
  const months = Math.round(weeks / weeksOfMonth);
  if (months < 24) return counted('statisticsInMonths', months);
  return counted('statisticsInYears', Math.round(months / 12));
}
