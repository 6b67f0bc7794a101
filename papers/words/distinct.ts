import type { PaperId } from '../paper';
import { defined, type PaperRecord } from '../record';
import type { Clock } from './clock';
import { nextStamp, type Register, type Stamp } from './stamp';

/** When the reader said that a paper is another one than one that it may be taken for, or took that back. */
export interface DistinctStamp extends Stamp {
  readonly id: PaperId;
  readonly isOff?: true;
}

/** What the reader said of which papers are others, by their ids. */
export type DistinctWords = Readonly<Record<PaperId, Register<boolean>>>;

type Parted = Pick<PaperRecord, 'distinct' | 'distinctStamps'>;

/** What the reader said, read off a record. What stands there without a stamp was said before these were kept. */
export function distinctWords({ distinctStamps = [] }: Parted): DistinctWords | undefined {
  if (!distinctStamps.length) return undefined;
  return Object.fromEntries(
    distinctStamps.map(({ id, isOff, ...stamp }) => [id, { value: isOff !== true, stamp }]),
  );
}

/**
 * The two fields of a record that say it, `undefined` where it says nothing.
 * @param known Ids that stood there without a stamp.
 * @param own The ids of the paper itself, which it is.
 */
export function distinctFields(
  known: readonly PaperId[],
  words: DistinctWords = {},
  own: readonly PaperId[] = [],
): { readonly [Field in keyof Parted]-?: Parted[Field] | undefined } {
  const said = Object.entries(words);
  const off = new Set([...own, ...said.flatMap(([id, { value }]) => (value ? [] : id))]);
  const on = said.flatMap(([id, { value }]) => (value ? id : []));
  const distinct = [...new Set([...known, ...on])].filter((id) => !off.has(id));
  const stamps = said.map(([id, { value, stamp }]) => ({
    id,
    ...stamp,
    ...(value ? {} : { isOff: true as const }),
  }));
  return {
    distinct: distinct.length ? distinct : undefined,
    distinctStamps: stamps.length
      ? stamps.sort((one, other) => (one.id < other.id ? -1 : 1))
      : undefined,
  };
}

/** A record of a paper of which the reader says that it is another one than one with that id, or not. */
export function saidDistinct(
  record: PaperRecord,
  id: PaperId,
  isOn: boolean,
  { now, device }: Clock,
): PaperRecord {
  const words = distinctWords(record) ?? {};
  const stamp = nextStamp(now, device, Object.hasOwn(words, id) ? words[id]?.stamp : undefined);
  const { distinct = [], distinctStamps: _stamps, ...rest } = record;
  const said = { ...words, [id]: { value: isOn, stamp } };
  return defined({ ...rest, ...distinctFields(distinct, said) }) as PaperRecord;
}
