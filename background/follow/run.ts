import { type FollowState, readFollowState, writeFollowState } from '../../lib/follow-state';
import { readOptions } from '../../lib/options';
import { isWeekend } from '../../papers/iso-day';
import { dayLength, dayStart, isoDay } from '../../papers/record';
import { feedAddress, readFeed } from '../../sites/arxiv/feed';
import { recordSighting } from '../../store/records/sightings';
import { get, type Network } from '../fetching/get';
import { afterQuiet, nextAfterFailure } from '../poll/pause';

/** What a question meets outside. */
export interface World extends Network {
  /** From 0 up to 1; the same for one reader within a day would do. */
  random(): number;
  /** Whether the reader lets the extension reach the feeds. */
  isAllowed(): Promise<boolean>;
}

const hour = 3_600_000;
/** arXiv's feeds change at midnight in New York: at four or five o'clock in UTC, and some minutes. */
const earliest = 5.5 * hour;
/** A day's announcement of a few subjects is some megabytes at most. */
const mostBytes = 12_000_000;

/**
 * When arXiv is asked next: once after each announcement, and not at weekends, when it has none.
 * @param now ms since the epoch.
 * @returns `undefined` while the reader follows nothing.
 */
export async function nextFollow(now: number): Promise<number | undefined> {
  const { arxivSubjects, quietHours } = await readOptions();
  if (arxivSubjects.length === 0) return undefined;
  const state = await readFollowState();
  return afterQuiet(dueAt(state, arxivSubjects.join('+'), now), quietHours);
}

function dueAt(state: FollowState, subjects: string, now: number): number {
  const isKnown = (day: string) => state.day !== undefined && state.day >= day;
  let day = isoDay(now);
  const isSame = state.subjects === subjects && (state.askedAt ?? 0) <= now;
  while (isWeekend(day) || (isSame && isKnown(day))) day = isoDay(dayStart(day) + dayLength);
  // An instant that is far ahead is one of a wrong clock.
  const pause = state.notBefore ?? 0;
  return Math.max(dayStart(day) + earliest, pause < now + 9 * hour ? pause : 0);
}

/**
 * Asks arXiv for what it announced today in the subjects that the reader follows, all in one question. What is new
 * counts as what is new on Daily Papers. A feed that is still of a day before says nothing of today: it is asked again.
 * @param now ms since the epoch.
 * @throws StoreError
 */
export async function follow(now: number, world: World): Promise<void> {
  const { arxivSubjects, quietHours } = await readOptions();
  const subjects = arxivSubjects.join('+');
  const state = await readFollowState();
  if (!subjects || afterQuiet(dueAt(state, subjects, now), quietHours) > now) return;
  await writeFollowState({ ...state, notBefore: now + hour });
  const answer = await ask(arxivSubjects, world, now);
  if ('problem' in answer) return writeFollowState(afterProblem(state, answer, now, world));
  const { day, papers } = answer;
  const isStale = day < isoDay(now);
  const isKnown = state.day !== undefined && state.day >= day && state.subjects === subjects;
  if (papers.length && !isKnown) {
    const digest = `arxiv:list:${subjects}:${day}`;
    await recordSighting({ digest, shows: 'poll', visitAt: now, papers });
  }
  const known = { day, subjects, askedAt: now, failures: isStale ? state.failures + 1 : 0 };
  // On a holiday of arXiv's there is none all day.
  const notBefore = now + hour * 2 ** Math.min(state.failures, 3);
  await writeFollowState(isStale ? { ...known, problem: 'stale', notBefore } : known);
}

type Problem = Pick<Required<FollowState>, 'problem'> & { readonly retryAfter?: number };
type Answer = NonNullable<ReturnType<typeof readFeed>> | Problem;

async function ask(subjects: readonly string[], world: World, now: number): Promise<Answer> {
  if (!(await world.isAllowed())) return { problem: 'refused' };
  const address = feedAddress(subjects);
  const reads = (status: number) => status === 200;
  const wanted = {
    address,
    accept: 'application/atom+xml',
    reads,
    mostBytes,
    mayMove: true,
  } as const;
  const got = await get(wanted, world, now);
  if (got.kind === 'problem') return got;
  if (got.text === undefined) return { problem: 'broken' };
  return readFeed(got.text) ?? { problem: 'changed' };
}

function afterProblem(
  { notBefore: _before, ...state }: FollowState,
  { problem, retryAfter }: Problem,
  now: number,
  { random }: World,
): FollowState {
  const failures = state.failures + 1;
  const told = problem === 'stale' ? 'changed' : problem;
  const notBefore = nextAfterFailure(told, failures, retryAfter, now, random());
  return { ...state, failures, problem, askedAt: now, notBefore };
}
