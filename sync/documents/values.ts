import { type PaperState, paperStates } from '../../papers/paper';
import { defined } from '../../papers/record';
import type { NoteWords } from '../../papers/words/note';
import type { Register, Stamp } from '../../papers/words/stamp';
import type { Openings, Standing, TagWord } from '../../papers/words/words';
import type { Gone } from '../local';

/*
 * How words lie in the documents: docs/sync-format.md. A shape never changes; a new meaning is a new group, which older
 * versions keep as it is. What format 2 leaves out is read in any vault, and written in those of format 2 alone.
 */

/** In which shapes words are written: those of the vault's format. */
export type Shapes = 1 | 2;

/** A stamp that undo has not touched, or one with what it said again. */
type PackedStamp = readonly [at: number, device: string, again?: readonly [number, string] | null];
export type Packed<Value> = readonly [stamp: PackedStamp, value: Value];

/** A register as it lies in a document. */
export function packed<Value, Other>(
  { stamp, value }: Register<Value>,
  pack: (value: Value) => Other,
): Packed<Other> {
  return [packStamp(stamp), pack(value)];
}

/** The other way; `undefined` of what has another shape. */
export function unpacked<Value>(
  from: unknown,
  unpack: (value: unknown, saidAt: number) => Value | undefined,
): Register<Value> | undefined {
  if (!Array.isArray(from)) return undefined;
  const stamp = unpackStamp(from[0]);
  const value = stamp && unpack(from[1], stamp.at);
  return stamp && value !== undefined ? { value, stamp } : undefined;
}

/** A stamp as it lies in a document. */
export function packStamp({ at, device, again }: Stamp): PackedStamp {
  if (again === undefined) return [at, device];
  return [at, device, again && [again.at, again.device]];
}

/** The other way; `undefined` of what is none. */
export function unpackStamp(from: unknown): Stamp | undefined {
  if (!Array.isArray(from)) return undefined;
  const [at, device, again] = from;
  if (typeof at !== 'number' || !Number.isFinite(at) || typeof device !== 'string')
    return undefined;
  if (again === undefined) return { at, device };
  if (again === null) return { at, device, again };
  const before = unpackStamp(again);
  return before && { at, device, again: { at: before.at, device: before.device } };
}

const numbers = [
  'savedAt',
  'savedUpvotes',
  'readAt',
  'snoozedUntil',
  'laterAt',
  'countedAt',
] as const;
/** Each day, and when it was. */
const days = [
  ['savedDay', 'savedAt'],
  ['readDay', 'readAt'],
] as const;

/**
 * State, the state before the bin, six numbers, two days; `null` of what is absent. In format 2 `true` is a number that is
 * the stamp's, and a number in place of a day is how many days it is off from the time's own in UTC.
 */
export function packStanding({ value, stamp }: Register<Standing>, shapes: Shapes): unknown[] {
  const isShort = shapes > 1;
  const times = numbers.map((name) => {
    const number = value[name] ?? null;
    return isShort && number === stamp.at ? true : number;
  });
  const dates = days.map(([name, time]) => {
    const day = value[name] ?? null;
    return isShort ? (daysOff(day, value[time]) ?? day) : day;
  });
  const all = [value.state, value.deletedFrom ?? null, ...times, ...dates];
  return all.slice(0, all.findLastIndex((part) => part !== null) + 1);
}

/** The other way. A state of a later version of Offprint counts as unread. */
export function unpackStanding(from: unknown, saidAt: number): Standing | undefined {
  if (!Array.isArray(from) || typeof from[0] !== 'string') return undefined;
  const [state, deletedFrom, ...rest] = from as readonly unknown[];
  const values = Object.fromEntries(
    numbers.map((name, at) => [name, rest[at] === true ? saidAt : numberOf(rest[at])]),
  );
  const texts = days.map(([name, time], at) => {
    const day = rest[numbers.length + at];
    return [name, typeof day === 'number' ? dayOff(day, values[time]) : textIn(day)] as const;
  });
  return defined({
    state: stateOf(state) ?? 'unread',
    deletedFrom: stateOf(deletedFrom),
    ...values,
    ...Object.fromEntries(texts),
  }) as Standing;
}

const oneDay = 86_400_000;

/** The day of a time in UTC, some days off. */
function dayOff(off: number, time: number | undefined): string | undefined {
  const at = (time ?? Number.NaN) + off * oneDay;
  // Beyond that there are no dates.
  return Math.abs(at) <= 8.64e15 ? new Date(at).toISOString().slice(0, 10) : undefined;
}

/** A reader's day is his own: that of UTC, or one beside it. */
function daysOff(day: string | null, time: number | undefined): number | undefined {
  return day === null ? undefined : [0, -1, 1].find((off) => dayOff(off, time) === day);
}

/** A tag: its spelling, whether it is on, and its place where that is kept. In format 2 `null` is the key's spelling. */
export function packTag({ name, isOn, since }: TagWord, key: string, shapes: Shapes): unknown[] {
  const spelling = shapes > 1 && name === key ? null : name;
  return since === undefined ? [spelling, isOn] : [spelling, isOn, since];
}

/** The other way. */
export function unpackTag(from: unknown, key: string): TagWord | undefined {
  if (!Array.isArray(from)) return undefined;
  const [spelling, isOn, since] = from as readonly unknown[];
  const name = spelling === null ? key : spelling;
  if (typeof name !== 'string' || typeof isOn !== 'boolean') return undefined;
  return defined({ name, isOn, since: numberOf(since) }) as TagWord;
}

/** Openings: when last, and how often. */
export function packOpenings({ at, count }: Openings): readonly unknown[] {
  return [at, count];
}

/** The other way. */
export function unpackOpenings(from: unknown): Openings | undefined {
  if (!Array.isArray(from)) return undefined;
  const [at, count] = [numberOf(from[0]), numberOf(from[1])];
  return at === undefined || count === undefined ? undefined : { at, count };
}

/** A purge: when, when the paper was first met, and its other ids. */
export function packGone({ deletedAt, firstSeenAt, aliases = [] }: Gone): readonly unknown[] {
  return [deletedAt, firstSeenAt, ...aliases];
}

/** The other way. */
export function unpackGone(from: unknown): Gone | undefined {
  if (!Array.isArray(from)) return undefined;
  const [deletedAt, firstSeenAt] = [numberOf(from[0]), numberOf(from[1])];
  const aliases = from.slice(2).filter((alias) => typeof alias === 'string');
  if (deletedAt === undefined || firstSeenAt === undefined) return undefined;
  return { deletedAt, firstSeenAt, ...(aliases.length ? { aliases } : {}) };
}

/** A note: its texts with their stamps, and by device the last word known. */
export function packNote({ versions, seen }: NoteWords): readonly unknown[] {
  return [versions.map(({ text, stamp }) => [packStamp(stamp), text]), Object.entries(seen)];
}

/** The other way. */
export function unpackNote(from: unknown): NoteWords | undefined {
  if (!Array.isArray(from) || !Array.isArray(from[0]) || !Array.isArray(from[1])) return undefined;
  const versions = from[0].map((one) => unpacked(one, textIn));
  const seen = (from[1] as readonly unknown[]).filter(isSeen);
  if (versions.some((one) => one === undefined) || seen.length < from[1].length) return undefined;
  return {
    versions: versions.flatMap((one) => (one ? [{ text: one.value, stamp: one.stamp }] : [])),
    seen: Object.fromEntries(seen),
  };
}

/** A number, if it is one. */
export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function stateOf(value: unknown): PaperState | undefined {
  return paperStates.find((state) => state === value);
}

function isSeen(entry: unknown): entry is [string, number] {
  return Array.isArray(entry) && typeof entry[0] === 'string' && typeof entry[1] === 'number';
}
