import type { PaperState } from '../../papers/paper';
import { isSaved, isUndecided } from '../../papers/paper';
import { cleanTags } from '../../papers/tags';
import { Random, Zipf } from './random';
import { keywords, prose } from './words';

/** How often each state occurs, in proportion to the others. */
export type StateMix = Partial<Record<PaperState, number>>;

/** A reading list and nothing else. */
export const savedOnly: StateMix = { unread: 6, reading: 1, read: 3 };

/** What was polled and listed, and never saved. */
export const untouched: StateMix = { seen: 6, missed: 4 };

/** Everything a reader has met on digests: most of it was passed over. */
export const everythingMet: StateMix = {
  new: 2,
  seen: 55,
  unread: 18,
  reading: 2,
  read: 12,
  dismissed: 10,
  deleted: 1,
};

/** What the reader did with one paper, each with its moment in ms. */
export interface Reading {
  readonly state: PaperState;
  readonly firstSeenAt: number;
  /** Equal to the first for a paper met once. */
  readonly lastSeenAt: number;
  /** Of a paper that was saved once. */
  readonly savedAt?: number;
  /** Of the last decision, or of the first sighting where there was none. */
  readonly decidedAt: number;
  readonly tags: readonly string[];
  readonly note?: string;
  /** When tags and note were written. */
  readonly wordsAt: number;
}

const hour = 3_600_000;

const tagNames = cleanTags([
  'to discuss',
  'thesis',
  'baseline',
  'must read',
  '强化学习',
  'résumé',
  'مهم',
  'обзор',
  ...keywords(new Random(7), 1200),
]).slice(0, 200);
const tags = new Zipf(tagNames as [string, ...string[]]);

/** What the reader did with the paper that was listed on a day. */
export function readingAt(seed: number, index: number, dayAt: number, mix: StateMix): Reading {
  const random = new Random(seed, index, 1);
  const state = stateOf(random, mix);
  const firstSeenAt = dayAt + 9 * hour + random.between(0, hour);
  const again =
    state === 'new' || state === 'missed'
      ? 0
      : state === 'seen' || random.chance(0.3)
        ? 24 * hour
        : 0;
  const times = { firstSeenAt, lastSeenAt: firstSeenAt + again };
  if (isUndecided(state) || state === 'dismissed') {
    const decidedAt =
      state === 'dismissed' ? firstSeenAt + random.between(1000, hour) : firstSeenAt;
    return { state, ...times, decidedAt, tags: [], wordsAt: decidedAt };
  }
  const savedAt = firstSeenAt + random.between(1000, hour);
  const later = state === 'unread' ? 0 : random.between(hour, 400 * hour);
  const chosen = Array.from({ length: tagCount(random) }, () => tags.pick(random));
  return {
    state,
    ...times,
    savedAt,
    decidedAt: savedAt + later,
    tags: cleanTags(chosen),
    ...(isSaved(state) && random.chance(0.05)
      ? { note: prose(random, random.between(40, 600)) }
      : {}),
    wordsAt: savedAt + 60_000,
  };
}

function tagCount(random: Random): number {
  return random.chance(0.35) ? 0 : random.between(1, 4);
}

function stateOf(random: Random, mix: StateMix): PaperState {
  const entries = Object.entries(mix) as [PaperState, number][];
  let left = random.fraction() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [state, weight] of entries) {
    left -= weight;
    if (left < 0) return state;
  }
  return 'unread';
}
