import { counted, shortDay, text } from '../../lib/text';
import type { Backlog } from '../../papers/statistics/backlog';
import type { ReadingTime } from '../../papers/statistics/reading-time';
import type { Streaks } from '../../papers/statistics/streaks';
import type { Upvotes } from '../../papers/statistics/upvotes';
import { type History, type Pace, paceWeeks } from '../../papers/statistics/weeks';

const weeksOfMonth = 365.25 / 7 / 12;

/** A pace is none before so many days. */
const leastDays = 14;

/** Of fewer papers than this there are no quarters. */
const leastForQuarters = 4;

/** A mean as a reader wants it: with one decimal place below ten, whole above. */
export function rounded(value: number): number {
  return value < 10 ? Math.round(value * 10) / 10 : Math.round(value);
}

/** What is saved and read in a week; in the first two weeks what it was in all. */
export function flowFinding({ saved, read }: Pace, history: History, today: string): string {
  const since = shortDay(history.since, Date.parse(today));
  if (history.days > 0 && history.days < leastDays)
    return counted('statisticsBegun', history.saved, history.read, since);
  if (!saved && !read) return text('statisticsFlowQuiet');
  const isYoung = history.days < paceWeeks * 7;
  const key = isYoung ? 'statisticsFlowSince' : 'statisticsFlow';
  return counted(key, rounded(saved), rounded(read), since);
}

/** How many papers wait, and until when, once there is a pace to tell it by. */
export function backlogFinding({ waiting, weeksLeft }: Backlog, { days }: History): string {
  if (waiting === 0) return text('statisticsBacklogNone');
  if (days < leastDays) return counted('statisticsBacklogWaits', waiting);
  const pace = counted('statisticsPace', Math.min(paceWeeks, Math.floor(days / 7)));
  if (weeksLeft === undefined) return counted('statisticsBacklogStays', waiting, pace);
  return counted('statisticsBacklogEnds', waiting, timeLeft(weeksLeft), pace);
}

/** The current run of weeks and the longest; no word about one that ended. */
export function streakFinding({ current, longest }: Streaks): string {
  if (longest === 0) return text('statisticsStreakNone');
  const best = counted('statisticsStreakLongest', longest);
  if (current === 0) return `${best} ${text('statisticsStreakNext')}`;
  const now = counted('statisticsStreak', current);
  if (longest === 1) return now;
  return `${now} ${current === longest ? text('statisticsStreakIsLongest') : best}`;
}

/** Within how many days a quarter, half and three quarters of the papers were read. */
export function readingTimeFinding({ papers, quartiles }: ReadingTime): string {
  if (!quartiles) return text('statisticsDelaysNone');
  const [quarter, half, most] = quartiles;
  if (papers < leastForQuarters) {
    const isSameDay = papers === 1 && most === 0;
    const time = isSameDay ? text('statisticsSameDayOne') : within(most);
    return counted('statisticsDelaysFew', papers, time);
  }
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
