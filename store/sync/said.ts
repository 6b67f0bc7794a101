import { copyOf } from '../../papers/merge';
import { type Note, noteWords } from '../../papers/note';
import type { PaperId } from '../../papers/paper';
import type { PaperDetails, PaperRecord } from '../../papers/record';
import { wordsOf } from '../../papers/words/paper-words';
import type { Register } from '../../papers/words/stamp';
import type { AnyRow, Card, Gone, PaperWords, RowKind } from '../../sync/local';
import type { TagLook, Tombstone } from '../database/schema';

/** What changes from day to day, and is asked for by each device itself. */
const volatile: readonly string[] = ['upvotes', 'comments', 'codeStars'];

/** What the reader said of a paper that is here. */
export function saidOf(record: PaperRecord, note: Note | undefined): PaperWords {
  return { words: wordsOf(record, noteWords(note)) };
}

/** That a paper was purged, by what is left of it: said just after the last word on it. */
export function goneOf({ id: _id, stamp, ...gone }: Tombstone): Register<Gone> {
  return { value: gone, stamp: stamp ?? { at: gone.deletedAt + 1, device: '' } };
}

/** What is left of a paper that was purged elsewhere. */
export function tombstoneOf(id: PaperId, { value, stamp }: Register<Gone>): Tombstone {
  const isPlain = stamp.device === '' && stamp.at === value.deletedAt + 1;
  return { id, ...value, ...(isPlain ? {} : { stamp }) };
}

/** What sources say of a paper, as it travels. */
export function cardOf(record: PaperRecord, details: PaperDetails | undefined): Card {
  const { words: _words, facts, ...card } = copyOf(record, details, undefined);
  const kept = Object.entries(facts).filter(([field]) => !volatile.includes(field));
  return { ...card, facts: Object.fromEntries(kept) };
}

/** The store that has the rows of a kind. */
export const storeOfKind = {
  list: 'lists',
  rule: 'rules',
  look: 'tags',
} as const satisfies Record<RowKind, string>;

/** A tag's look as it travels; `undefined` where the reader has said nothing of it. */
export function rowOfLook(look: TagLook | undefined): AnyRow | undefined {
  if (!look?.stamp) return undefined;
  const { key, name, hue, stamp } = look;
  return { id: key, name, ...(hue === undefined ? {} : { hue }), stamp } as AnyRow;
}

/** A tag's look as it came; `undefined` where that is none. */
export function lookOfRow(row: AnyRow): TagLook | undefined {
  const { id, name, hue, stamp } = row as AnyRow & {
    readonly name?: unknown;
    readonly hue?: unknown;
  };
  if ('isGone' in row || typeof name !== 'string') return undefined;
  return { key: id, name, ...(typeof hue === 'number' ? { hue } : {}), stamp };
}
