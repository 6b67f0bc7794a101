import { timeAgo, timeOfDay } from '../lib/clock';
import type { PollProblem, PollState } from '../lib/poll-state';
import { counted, type MessageKey, text } from '../lib/text';
import type { KnownLists } from '../store/days/days';
import type { UndecidedCounts } from '../store/deck/undecided';
import { undecidedWords } from './undecided';

/** What is known of new papers. */
export interface News extends KnownLists {
  readonly counts: UndecidedCounts;
  /** How many days those that wait for a decision are from. */
  readonly dayCount: number;
  readonly poll?: PollState;
  /** Whether the reader lets Offprint ask at all. */
  readonly isAsking: boolean;
}

const problems = {
  offline: 'pollOffline',
  refused: 'pollRefused',
  busy: 'pollBusy',
  broken: 'pollBroken',
  changed: 'pollChanged',
} as const satisfies Record<PollProblem, MessageKey>;

/** How many papers wait for a decision, with no claim beyond what is known: `12 so far, still filling`. */
export function newsHeadline(news: News): string {
  const { counts, dayCount, filling, knowsToday, isWeekend, poll, isAsking } = news;
  if (counts.new > 0 && counts.seen === 0 && filling?.new === counts.new)
    return counted('newsSoFar', counts.new);
  if (counts.new + counts.seen > 0)
    return text('newsOfDays', undecidedWords(counts), counted('newsDays', dayCount));
  if (isWeekend && poll?.lastAnswerAt !== undefined) return text('newsWeekend');
  if (knowsToday) return text('newsFillingNone');
  if (!isAsking) return text('newsNoneOnPages');
  return text(poll?.lastAnswerAt === undefined ? 'newsUnknown' : 'newsTodayUnknown');
}

/**
 * Whether there is a point in asking the site now.
 * @param now ms since the epoch.
 */
export function canCheck(
  { poll, isAsking }: Pick<News, 'poll' | 'isAsking'>,
  now: number,
): boolean {
  return isAsking && poll?.problem !== 'refused' && (poll?.notBefore ?? 0) <= now;
}

/** What else there is to say of the new ones, in a few words each. */
export function newsFacts({ counts, filling }: News): string[] {
  const isTold =
    counts.new + counts.seen === 0 || (counts.seen === 0 && filling?.new === counts.new);
  return [
    ...(filling && !isTold ? [fillingFact(filling)] : []),
    ...(counts.followed > 0 ? [counted('newsFollowed', counts.followed)] : []),
    ...(counts.muted > 0 ? [counted('newsMuted', counts.muted)] : []),
  ];
}

function fillingFact({ new: count, isToday }: NonNullable<News['filling']>): string {
  if (count === 0) return text(isToday ? 'newsFillingStill' : 'newsFillingOthers');
  return counted(isToday ? 'newsTodaySoFar' : 'newsOnFilling', count);
}

/**
 * When the site was asked, or why there is no newer answer and what becomes of it.
 * @param now ms since the epoch.
 */
export function askedWords(
  { poll, isAsking }: Pick<News, 'poll' | 'isAsking'>,
  now: number,
): string {
  if (!isAsking) return text('pollOff');
  if (poll?.lastAskedAt === undefined) return text('pollNotYet');
  const { problem, lastAskedAt, lastAnswerAt, notBefore = 0 } = poll;
  if (!problem) return text('pollChecked', timeAgo(lastAskedAt, now));
  const told = [text(problems[problem])];
  if (lastAnswerAt !== undefined) told.push(text('pollLastAnswer', timeAgo(lastAnswerAt, now)));
  if (notBefore > now) told.push(text('pollAgainAt', timeOfDay(notBefore)));
  return told.join(' ');
}
