import { addNotice } from '../../lib/notices';
import { readOptions } from '../../lib/options';
import {
  type PollProblem,
  type PollState,
  readPollState,
  writePollState,
} from '../../lib/poll-state';
import { isoDay } from '../../papers/record';
import type { Day } from '../../store/database/schema';
import { noteUnchanged, readDays } from '../../store/days/days';
import { recordSighting } from '../../store/records/sightings';
import type { Network } from '../fetching/get';
import { askDay, type DayAnswer } from './day';
import { afterQuiet, nextAfterAnswer, nextAfterFailure } from './pause';
import { firstDay, nextPollAt, oldestDay, type Plan, planDays } from './plan';

/** What a poll meets outside: the network, chance, and what the browser tells. */
export interface World extends Network {
  /** From 0 up to 1. */
  random(): number;
  /** Whether the browser says that the reader saves data. */
  savesData(): boolean;
  /** Whether the reader lets the extension reach the site. */
  isAllowed(): Promise<boolean>;
}

/** How the questions of one poll went. */
interface Polled {
  readonly answered: readonly string[];
  readonly skipped: number;
  /** Days that could not be had, for reasons that are not the whole site's. */
  readonly failed: ReadonlyMap<string, PollProblem>;
  /** What ended the poll. */
  readonly problem?: PollProblem;
  readonly retryAfter?: number;
}

const minute = 60_000;
const hour = 60 * minute;

/** When to poll next, in ms since the epoch; `undefined` when the reader does not want it. */
export async function nextPoll(now: number): Promise<number | undefined> {
  const { polls, quietHours } = await readOptions();
  return polls ? nextPollAt(await stateAt(now), quietHours, now) : undefined;
}

/**
 * Asks for today's papers and for those that were missed, unless this is no time to ask. Killed on
 * the way it goes on with the next poll: what is done is told by the days in the store.
 * @param now ms since the epoch.
 * @throws StoreError
 */
export async function poll(now: number, world: World): Promise<void> {
  const { polls, quietHours } = await readOptions();
  if (!polls) return;
  const state = await stateAt(now);
  const later = waitUntil(state, quietHours, now, world);
  if (later !== undefined) return writePollState({ ...state, askAt: later });
  await writePollState({ ...state, askAt: now + minute });
  const days = await readDays(oldestDay(state.since, now), isoDay(now));
  const plan = planDays(days, state, now);
  const polled = await askAll(plan, days, world, now);
  const { since } = await stateAt(now);
  const after = afterwards({ ...state, since }, plan, polled, now, world.random());
  if (after.problem === 'changed' && !state.toldChanged) await addNotice('changed', 1, now);
  await writePollState(after);
}

/** The stored state, begun where there is none. */
async function stateAt(now: number): Promise<PollState> {
  const stored = await readPollState();
  if (stored) return stored;
  const begun = { failures: 0, askAt: now, since: firstDay(now) };
  await writePollState(begun);
  return begun;
}

/** Until when not to ask; `undefined` when this is the time. */
function waitUntil(
  { lastAskedAt = 0, notBefore = 0 }: PollState,
  quietHours: readonly [number, number],
  now: number,
  { savesData }: World,
): number | undefined {
  const end = afterQuiet(now, quietHours);
  if (end > now) return end;
  if (savesData()) return now + hour;
  return notBefore > now && lastAskedAt <= now ? notBefore : undefined;
}

/** Asks day by day. One that cannot be had does not stop it, but two more of them than answers do. */
async function askAll(
  { days }: Plan,
  known: readonly Day[],
  world: World,
  now: number,
): Promise<Polled> {
  const answered: string[] = [];
  const failed = new Map<string, PollProblem>();
  let skipped = 0;
  for (const day of days) {
    const stored = known.find((one) => one.day === day);
    const answer = await askDay(stored ?? { day, ids: [] }, world, now);
    if (answer.kind === 'problem') {
      const { problem, retryAfter } = answer;
      const isBarred = problem === 'offline' && !(await world.isAllowed());
      if (retryAfter !== undefined)
        return { answered, skipped, failed, retryAfter, problem: isBarred ? 'refused' : problem };
      failed.set(day, problem);
      if (failed.size > answered.length + 1) break;
      continue;
    }
    answered.push(day);
    // Everything may have been deleted while the site was answering, which moves `since`.
    if (day < oldestDay((await stateAt(now)).since, now)) continue;
    if (answer.kind === 'same') await noteUnchanged(day, now);
    else skipped += await note(day, stored, answer, now);
  }
  return { answered, skipped, failed };
}

async function note(
  day: string,
  stored: Day | undefined,
  { papers, skipped, etag }: Extract<DayAnswer, { kind: 'papers' }>,
  now: number,
): Promise<number> {
  const isStill = stored?.checkedAt !== undefined && stored.ids.length === papers.length;
  const still = isStill ? (stored.still ?? 0) + 1 : 1;
  const answer = {
    checkedAt: now,
    still,
    ...(skipped > 0 ? { skipped } : {}),
    ...(etag === undefined ? {} : { etag }),
  };
  const digest = `huggingface:day:${day}`;
  await recordSighting({ digest, day, shows: 'poll', visitAt: now, papers, answer });
  return skipped;
}

function afterwards(
  state: PollState,
  { days, isMore }: Plan,
  polled: Polled,
  now: number,
  random: number,
): PollState {
  const { since, failures, toldChanged } = state;
  const { answered, skipped, failed, retryAfter } = polled;
  const isAnswered = answered.length > 0;
  const answeredAt = isAnswered ? now : state.lastAnswerAt;
  const today = isoDay(now);
  // A site that tells of other days is not down; who goes on with missed days had today's before.
  const isUp = polled.problem === undefined && (isAnswered || !days.includes(today));
  const putOff = isUp ? putOffAfter(state, polled, now) : state.putOff;
  const known = {
    since,
    lastAskedAt: now,
    ...(answeredAt ? { lastAnswerAt: answeredAt } : {}),
    ...(putOff ? { putOff } : {}),
  };
  const problem = polled.problem ?? (isUp ? failed.get(today) : [...failed.values()][0]);
  const nextPart = nextAfterAnswer(isMore && isAnswered, now, random);
  if (problem === undefined) return { ...known, failures: 0, skipped, askAt: nextPart };
  const later = nextAfterFailure(problem, failures + 1, retryAfter, now, random);
  const askAt = isUp ? Math.min(later, nextAfterAnswer(false, now, random)) : later;
  const isTold = problem === 'changed' || (toldChanged && !isAnswered);
  const told = isTold ? { toldChanged: true } : {};
  return { ...known, ...told, failures: failures + 1, problem, askAt, notBefore: askAt };
}

/** Days before today that cannot be had while others can, and for how many polls that has been so. */
function putOffAfter(
  { since, putOff = {} }: PollState,
  { answered, failed }: Polled,
  now: number,
): PollState['putOff'] {
  const days = [...new Set([...Object.keys(putOff), ...failed.keys()])].filter(
    (day) => day >= oldestDay(since, now) && day < isoDay(now) && !answered.includes(day),
  );
  return days.length > 0
    ? Object.fromEntries(days.map((day) => [day, (putOff[day] ?? 0) + 1]))
    : undefined;
}
