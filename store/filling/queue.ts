import { announceChange } from '../../lib/announce';
import { areUnlike } from '../../papers/claims';
import { codeIn, isToBeFilled } from '../../papers/filling/filling';
import type { FillingOutcome, FillingSource } from '../../papers/filling/names';
import type { Paper, PaperId } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import { withDatabase } from '../database/with-database';
import type { JoinBefore } from '../records/join';
import { noteJoins, sightPaper, tellJoins } from '../records/sightings';
import { type Writer, write } from '../records/writer';
import { judge } from '../rules/verdicts';
import type { Filling, FillingAnswer } from './row';

/** A paper that waits, with what is known of it. */
export interface Waiting {
  readonly filling: Filling;
  readonly record: PaperRecord;
}

/** What one source said of one paper. */
export interface Said {
  readonly id: PaperId;
  readonly outcome: FillingOutcome;
  /** Where it told something. */
  readonly paper?: Paper;
}

/**
 * When sources are to be asked next, in ms since the epoch.
 * @returns `undefined` when no paper waits.
 * @throws StoreError
 */
export function nextDue(): Promise<number | undefined> {
  return withDatabase(async (database) => {
    const cursor = await database.transaction('fillings').store.index('due').openKeyCursor();
    return cursor?.key;
  });
}

/**
 * Takes papers that are due, for whoever asks for them now. A worker that is killed before it has said what came of it
 * has them due again later.
 * @param now ms since the epoch.
 * @param until When they are due again then.
 * @throws StoreError
 */
export function takeDue(now: number, most: number, until: number): Promise<Waiting[]> {
  return write(async (writer) => {
    const store = writer.transaction.objectStore('fillings');
    const due = await store.index('due').getAll(IDBKeyRange.upperBound(now), most);
    const records = await writer.findAll(due.map(({ id }) => id));
    const taken: Waiting[] = [];
    for (const [at, filling] of due.entries()) {
      const record = records[at];
      if (record?.id !== filling.id || !isToBeFilled(record)) await store.delete(filling.id);
      else {
        await store.put({ ...filling, due: until });
        taken.push({ filling, record });
      }
    }
    return taken;
  });
}

/**
 * Notes what a source said of some papers, with what it told of them, in one transaction. What is not as the paper is
 * known to be counts as an answer for another one.
 * @param now ms since the epoch.
 * @returns Those that still wait, as they are now.
 * @throws StoreError
 */
export async function noteSaid(
  source: FillingSource,
  said: readonly Said[],
  now: number,
): Promise<Waiting[]> {
  const joins: JoinBefore[] = [];
  const left = await write(async (writer) => {
    const store = writer.transaction.objectStore('fillings');
    const waiting: Waiting[] = [];
    for (const one of said) {
      const before = await store.get(one.id);
      const known = await writer.find(one.id);
      // Deleted, or taken off the list, while the source was answering.
      if (!before || known?.id !== one.id) continue;
      const outcome = await fillIn(writer, known, one, now, joins);
      const filling = await store.get(one.id);
      const record = await writer.find(one.id);
      if (!filling || !record) continue;
      const next = { ...filling, asked: [...(filling.asked ?? []), { source, outcome }] };
      await store.put(next);
      waiting.push({ filling: next, record });
    }
    noteJoins(writer, joins, now);
    return waiting;
  });
  await tellJoins(joins, now);
  return left;
}

async function fillIn(
  writer: Writer,
  known: PaperRecord,
  { outcome, paper }: Said,
  now: number,
  joins: JoinBefore[],
): Promise<FillingOutcome> {
  if (!paper) return outcome;
  if (areUnlike(known, paper)) return 'other';
  const code = known.codeUrl ?? paper.codeUrl ?? codeIn(paper.abstract);
  const aliases = [paper.id, ...(paper.aliases ?? [])].filter((id) => id !== known.id);
  const told: Paper = {
    ...paper,
    id: known.id,
    aliases,
    ...(code && !known.codeUrl ? { codeUrl: code } : {}),
  };
  const { record, joined } = await sightPaper(writer, told, { shows: 'poll', visitAt: now });
  joins.push(...joined);
  await judge(writer, record.id);
  return outcome;
}

/** What becomes of a paper that has been asked for everywhere. */
export interface Settled {
  readonly id: PaperId;
  /** Absent when nobody is asked any more. */
  readonly due?: number;
  readonly tries: number;
  /** Given where all were asked; what was asked stays otherwise, to go on from there. */
  readonly why?: readonly FillingAnswer[];
}

/**
 * Notes what becomes of papers after all were asked that could be.
 * @throws StoreError
 */
export function settle(settled: readonly Settled[]): Promise<void> {
  return write(async (writer) => {
    const store = writer.transaction.objectStore('fillings');
    for (const { id, due, tries, why } of settled) {
      const filling = await store.get(id);
      if (!filling) continue;
      const { due: _due, asked, ...rest } = filling;
      const next = why ? { why } : asked ? { asked } : {};
      await store.put({ ...rest, tries, ...next, ...(due === undefined ? {} : { due }) });
    }
  });
}

/**
 * Has papers asked for anew, as if they had only begun to wait.
 * @param which Which of those that wait, or are asked for no more.
 * @throws StoreError
 */
export async function fillAgain(which: (filling: Filling) => boolean): Promise<void> {
  const count = await withDatabase(async (database) => {
    const transaction = database.transaction('fillings', 'readwrite');
    const again = (await transaction.store.getAll()).filter(which);
    for (const { id } of again) await transaction.store.put({ id, due: 0, tries: 0 });
    await transaction.done;
    return again.length;
  });
  if (count) await announceChange({ stores: ['fillings'], ids: [] });
}

/**
 * Has papers asked for anew that would have been told of by sources that might not be asked then, and may be now.
 * @throws StoreError
 */
export function fillFrom(sources: readonly FillingSource[]): Promise<void> {
  return fillAgain(({ why = [] }) =>
    why.some(({ source, outcome }) => outcome === 'off' && sources.includes(source)),
  );
}
