import { copyOfPaper, rowsOf as rowsOfCopy } from '../../papers/merge';
import { type Note, noteRow } from '../../papers/note';
import { withDays } from '../../papers/noted-days';
import type { PaperState } from '../../papers/paper';
import { isSaved, isUndecided } from '../../papers/paper';
import { isForgettable, newTime, type Past, pastOf } from '../../papers/past';
import { defined, type PaperDetails, type PaperRecord } from '../../papers/record';
import { withKeys } from '../../papers/record-keys';
import { tagKey } from '../../papers/tags';
import { rewritten } from '../../papers/words/note';
import { inKeyOrder } from '../../papers/words/tag-stamps';
import type { Tag } from '../../store/database/schema';
import { paperAt } from './paper';
import { type Reading, readingAt, type StateMix, savedOnly } from './reader';

/** Which list to make. */
export interface LibraryOptions {
  readonly seed: number;
  readonly count: number;
  /** `savedOnly` unless told. */
  readonly mix?: StateMix;
  readonly batchSize?: number;
  /** Which of them is the first to be made; those before it are left out. */
  readonly from?: number;
  /** Until when the daily job (store/upkeep/growth.ts) has given papers their end, in ms; never unless told. */
  readonly agedAt?: number;
}

/**
 * Rows for every object store. Counters and tags count this batch and all before it, so that a
 * database agrees with itself after each batch that was put whole.
 */
export interface LibraryBatch {
  readonly papers: readonly PaperRecord[];
  readonly details: readonly PaperDetails[];
  readonly notes: readonly Note[];
  readonly tags: readonly Tag[];
  /** What is left of those that had shrunk; they are in no other list. */
  readonly past: readonly Past[];
  readonly counters: readonly (readonly [state: PaperState, count: number])[];
}

const hour = 3_600_000;

/** The name of the made-up device that said it all. */
const device = 'made-up';

interface Rows {
  readonly record: PaperRecord;
  readonly details: PaperDetails;
  readonly note: Note | undefined;
}

/** Makes a realistic list, always the same for the same options, as the store would have written it. */
export async function* generateLibrary(options: LibraryOptions): AsyncGenerator<LibraryBatch> {
  const { count, batchSize = 2000, from = 0, agedAt = 0 } = options;
  const totals = new Totals();
  for (let start = from; start < count; start += batchSize) {
    const size = Math.min(batchSize, count - start);
    const all = Array.from({ length: size }, (_, at) => rowsOf(options, start + at));
    const rows = all.filter(({ record }) => !isForgettable(record, agedAt));
    for (const { record } of rows) totals.add(record);
    yield {
      papers: rows.map(({ record }) => record),
      details: rows.map(({ details }) => details),
      notes: rows.flatMap(({ note }) => note ?? []),
      tags: totals.tags(),
      counters: totals.counters(),
      past: all.flatMap(({ record }) => (isForgettable(record, agedAt) ? pastOf(record) : [])),
    };
  }
}

function rowsOf({ seed, count, mix = savedOnly }: LibraryOptions, index: number): Rows {
  const paper = paperAt(seed, index, count);
  const day = paper.dailyAt?.slice(0, 10) ?? '';
  const reading = readingAt(seed, index, Date.parse(day), mix);
  const { firstSeenAt, note: text, wordsAt } = reading;
  const met = { day, site: 'huggingface' };
  const copy = copyOfPaper(paper, { source: 'data', at: firstSeenAt }, met);
  const { record: sighted, details } = rowsOfCopy(copy, undefined, '');
  const record = recordOf(sighted, reading);
  const { id } = record;
  return {
    record,
    details,
    note:
      text === undefined
        ? undefined
        : noteRow(id, rewritten(undefined, text, { at: wordsAt, device }), ''),
  };
}

function recordOf(sighted: PaperRecord, reading: Reading): PaperRecord {
  const { state, lastSeenAt, savedAt, decidedAt, tags, note, wordsAt } = reading;
  const record = withKeys({
    ...sighted,
    state,
    tags,
    ...(state === 'new' || state === 'missed' ? {} : { seenAt: sighted.firstSeenAt }),
    ...(state === 'missed' ? { missedAt: sighted.firstSeenAt + newTime + hour } : {}),
    lastSeenAt,
    hasNote: note !== undefined,
    ...(savedAt === undefined ? {} : defined({ savedAt, savedUpvotes: sighted.upvotes })),
    ...(state === 'read' ? { readAt: decidedAt } : {}),
    ...(state === 'deleted' ? { deletedFrom: 'unread' } : {}),
    stamps: defined({
      standing: isUndecided(state) ? undefined : { at: decidedAt, device },
      note: note === undefined ? undefined : { at: wordsAt, device },
    }),
    ...(tags.length
      ? {
          tagStamps: inKeyOrder(
            tags.map((tag, place) => ({ key: tagKey(tag), at: wordsAt + place, device })),
          ),
        }
      : {}),
  });
  return withDays(undefined, record);
}

class Totals {
  readonly #states = new Map<PaperState, number>();
  readonly #tags = new Map<string, Tag>();

  add({ state, tags }: PaperRecord): void {
    this.#states.set(state, (this.#states.get(state) ?? 0) + 1);
    if (!isSaved(state)) return;
    for (const name of tags) {
      const key = tagKey(name);
      this.#tags.set(key, { key, name, count: (this.#tags.get(key)?.count ?? 0) + 1 });
    }
  }

  tags(): Tag[] {
    return [...this.#tags.values()];
  }

  counters(): [PaperState, number][] {
    return [...this.#states];
  }
}
