import {
  type Copy,
  copyOf,
  emptyRecord,
  merge,
  type Rows,
  rowsOf,
  wordsFor,
} from '../../papers/merge';
import { type PaperId, paperStates } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import type { Clock } from '../../papers/words/clock';
import { canonical, isSameStamp } from '../../papers/words/stamp';
import type { Words } from '../../papers/words/words';
import type { Card, IncomingPaper, PaperWords } from '../../sync/local';
import { insisted, isPurged, rebased } from '../../sync/rebase';
import type { Tombstone } from '../database/schema';
import { recordsBehind } from '../records/behind';
import { join, putRows, readRows } from '../records/join';
import { dropTombstone, findTombstone, putTombstone } from '../records/tombstones';
import type { Writer } from '../records/writer';
import { DecidedElsewhere } from './decided';
import type { Marks } from './marks';
import { goneOf, saidOf, tombstoneOf } from './said';

/** A paper as it is here, and what of its card is believed. */
interface Here {
  readonly record: PaperRecord | undefined;
  readonly card: Card | undefined;
}

/** Takes what came of papers into the store, within one transaction. */
export class PaperTaker {
  /** Papers that were written, and those that were purged, as they were. */
  readonly written: PaperId[] = [];
  readonly purged: PaperRecord[] = [];
  readonly decided = new DecidedElsewhere();

  /**
   * @param marks Of what the other devices do not have after it.
   * @param cards Cards whose papers did not come yet, by each of their ids; taken out as they are used.
   */
  constructor(
    private readonly writer: Writer,
    private readonly marks: Marks,
    private readonly cards: Map<PaperId, Card>,
    private readonly now: number,
  ) {}

  /** Takes what is said of a paper, with its card, where that has come. */
  async take(incoming: IncomingPaper): Promise<void> {
    const { writer } = this;
    const { record, card } = await this.#here(incoming.id, this.cards.get(incoming.id));
    const tombstone = await findTombstone(writer, { id: incoming.id });
    const rows = record && (await readRows(writer, record));
    const here = this.#saidHere(rows, tombstone);
    const id = record?.id ?? incoming.id;
    const told = record && record.id !== incoming.id ? asPartOf(record.id, incoming) : incoming;
    if (told !== incoming || incoming.isKept) this.marks.add('paper', id);
    const clock: Clock = { now: this.now, device: writer.device };
    const next = incoming.isKept
      ? insisted(here, told.after, clock)
      : rebased(here, told.before, told.after);
    if (isPurged(next)) return this.#purge(record, tombstone, next, id);
    if (!rows && Object.keys(next.words).length === 0) return;
    if (tombstone) dropTombstone(writer, tombstone);
    await this.#put(rows, { ...wholeCopy(rows, card, next, id), words: understood(next.words) });
    if (card) this.#used(card);
  }

  /** Takes what sources say of a paper that is here; that of one that is not waits for it. */
  async takeCard(told: Card): Promise<void> {
    const { record, card = told } = await this.#here(told.id, told);
    if (!record) {
      const isBuried = (await findTombstone(this.writer, told)) !== undefined;
      if (!isBuried) for (const id of [told.id, ...told.aliases]) this.cards.set(id, told);
      return;
    }
    const rows = await readRows(this.writer, record);
    const copy = copyOf(rows.record, rows.details, rows.note);
    await this.#put(rows, { ...merge(copy, { ...card, words: {} }), words: copy.words });
    this.#used(card);
  }

  #used({ id, aliases }: Card): void {
    for (const one of [id, ...aliases]) this.cards.delete(one);
  }

  #saidHere(rows: Rows | undefined, tombstone: Tombstone | undefined): PaperWords {
    const { words } = rows ? saidOf(rows.record, rows.note) : { words: {} };
    return tombstone ? { words, gone: goneOf(tombstone) } : { words };
  }

  /**
   * What is here of a paper: those that its card says are the same work become one. What cannot be believed to be that work
   * keeps its id, and is suggested.
   */
  async #here(id: PaperId, card: Card | undefined): Promise<Here> {
    const { writer, now } = this;
    if (!card) return { record: await writer.find(id), card };
    await this.#part(card);
    const described = rowsOf({ ...card, words: {} }, undefined, writer.divider).record;
    const { own, refused, suggested } = await recordsBehind(described, (one) => writer.find(one));
    let [record] = own;
    for (const other of own.slice(1)) {
      if (!record) break;
      record = (await join(writer, record, other, now)).record;
      this.marks.add('paper', record.id);
    }
    const believed = {
      ...card,
      aliases: card.aliases.filter((one) => !refused.includes(one)),
      suggested: [...new Set([...card.suggested, ...suggested])],
    };
    return { record: record ?? (await writer.find(id)), card: believed };
  }

  /** Takes apart what the reader said elsewhere are two works, though they are one here. */
  async #part({ id, aliases, distinct }: Card): Promise<void> {
    const { writer } = this;
    if (!distinct.length) return;
    const record = await writer.find(id);
    const joined = record?.aliases ?? [];
    if (!record || !joined.length) return;
    const others =
      record.id === id ? distinct : distinct.includes(record.id) ? [id, ...aliases] : [];
    const apart = joined.filter((alias) => others.includes(alias));
    if (!apart.length) return;
    const left = joined.filter((alias) => !apart.includes(alias));
    const { aliases: _aliases, ...rest } = record;
    const known = [...new Set([...(record.distinct ?? []), ...apart])];
    writer.put(record, { ...rest, ...(left.length ? { aliases: left } : {}), distinct: known });
    writer.release(apart);
    this.written.push(record.id);
  }

  async #put(before: Rows | undefined, copy: Copy): Promise<void> {
    const { writer } = this;
    const rows = rowsOf(copy, before?.record, writer.divider);
    const record = withWaking(before?.record, rows.record);
    if (before && canonical(before) === canonical({ ...rows, record })) return;
    await putRows(writer, before?.record, { ...rows, record });
    this.decided.take(before?.record, record);
    this.written.push(record.id);
  }

  #purge(
    record: PaperRecord | undefined,
    known: Tombstone | undefined,
    { gone }: PaperWords,
    id: PaperId,
  ): void {
    if (!gone) return;
    const { writer } = this;
    if (record) {
      writer.drop(record);
      this.purged.push(record);
    }
    const next = tombstoneOf(known?.id ?? id, gone);
    if (known && canonical(known) === canonical(next)) return;
    putTombstone(writer, next);
  }
}

/** What the documents say of a paper that became part of another one here. */
function asPartOf(whole: PaperId, { id, before, after, ...rest }: IncomingPaper): IncomingPaper {
  const named = (said: PaperWords): PaperWords => ({
    ...said,
    words: wordsFor(whole, {
      ...copyOf(emptyRecord(id, 0), undefined, undefined),
      words: said.words,
    }),
  });
  return { ...rest, id, before: named(before), after: named(after) };
}

/** All that is known of a paper apart from its words. */
function wholeCopy(
  rows: Rows | undefined,
  card: Card | undefined,
  said: PaperWords,
  id: PaperId,
): Copy {
  const told = card && { ...card, words: {} };
  const mine = rows && copyOf(rows.record, rows.details, rows.note);
  if (mine && told) return merge(mine, told);
  return mine ?? told ?? copyOf(emptyRecord(id, firstSaidAt(said)), undefined, undefined);
}

/** A status of a later version counts as unread. */
function understood(words: Words): Words {
  const { standing } = words;
  if (!standing || (paperStates as readonly string[]).includes(standing.value.state)) return words;
  return { ...words, standing: { ...standing, value: { ...standing.value, state: 'unread' } } };
}

function firstSaidAt({ words }: PaperWords): number {
  const { tags = {}, distinct = {}, note, ...single } = words;
  const each = [...Object.values(tags), ...Object.values(distinct), ...(note?.versions ?? [])];
  const stamps = [...Object.values(single), ...each];
  const times = stamps.map(({ stamp }) => stamp.at).filter((at) => at > 0);
  return times.length ? Math.min(...times) : 0;
}

/** That a paper came back from a snooze stays said until something else is decided. */
function withWaking(before: PaperRecord | undefined, after: PaperRecord): PaperRecord {
  if (isSameStamp(before?.stamps.standing, after.stamps.standing)) return after;
  const { wokeAt: _wokeAt, ...record } = after;
  return record;
}
