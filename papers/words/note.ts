import { compareStamps, isSameStamp, type Stamp } from './stamp';

/** One text that the reader wrote, as it was left. */
export interface NoteVersion {
  readonly text: string;
  readonly stamp: Stamp;
}

/**
 * A note as a multi-value register (Shapiro et al., "A comprehensive study of CRDTs", 2011, 3.2.2; the
 * context as in Almeida et al., "Delta state replicated data types", 2018): the texts that nobody has
 * replaced, and of each device the last word that is known. An empty text is a note deleted.
 */
export interface NoteWords {
  /** One, unless two devices wrote apart. By their stamps. */
  readonly versions: readonly NoteVersion[];
  /** By device, the time of the last version known, those replaced included. */
  readonly seen: Readonly<Record<string, number>>;
}

/** A note that replaces all that was known of it. */
export function rewritten(note: NoteWords | undefined, text: string, stamp: Stamp): NoteWords {
  const seen = { ...note?.seen, [stamp.device]: stamp.at };
  return { versions: [{ text, stamp }], seen };
}

/**
 * Merges two copies of a note. What one side has replaced goes; what was written apart stays, once.
 * Commutative, associative and idempotent.
 */
export function mergeNotes(
  one: NoteWords | undefined,
  other: NoteWords | undefined,
): NoteWords | undefined {
  if (!one || !other) return one ?? other;
  const kept = [...unreplaced(one, other), ...unreplaced(other, one)];
  const byStamp = new Map(kept.map((version) => [keyOf(version), version]));
  const versions = [...byStamp.values()].sort(
    (first, second) =>
      compareStamps(first.stamp, second.stamp) || (first.text < second.text ? -1 : 1),
  );
  return { versions, seen: latest(one.seen, other.seen) };
}

/** The last stamp among the versions, on which the next one has to build; none of an empty note. */
export function noteStamp(note: NoteWords | undefined): Stamp | undefined {
  return note?.versions.at(-1)?.stamp;
}

/**
 * A note as it is read and edited: texts written apart one below the other, the oldest first. A text
 * that stands whole in another one is not said twice.
 * @param divider The line between two of them.
 */
export function noteText(note: NoteWords | undefined, divider: string): string {
  const texts = [...new Set(note?.versions.map(({ text }) => text).filter(Boolean))];
  const whole = texts.filter(
    (text) => !texts.some((other) => other !== text && other.includes(text)),
  );
  return whole.join(`\n\n${divider}\n`);
}

/**
 * A note of another record, told from one that the same device wrote on this one: of the two neither
 * replaces the other.
 * @param id The other record's.
 */
export function noteOf(id: string, { versions, seen }: NoteWords): NoteWords {
  const named = (device: string) => (device.includes('@') ? device : `${device}@${id}`);
  return {
    versions: versions.map(({ text, stamp }) => ({
      text,
      stamp: { at: stamp.at, device: named(stamp.device) },
    })),
    seen: Object.fromEntries(Object.entries(seen).map(([device, at]) => [named(device), at])),
  };
}

/**
 * A note of another record that is to stand beside one that has known it before, as after a join that was undone: what
 * stands in it is said anew, so that it does not count as replaced.
 * @param known The note that it is to be merged with.
 * @param note See `noteOf`.
 */
export function saidAnew(known: NoteWords | undefined, note: NoteWords): NoteWords {
  if (!known || note.versions.every((one) => unreplacedBy(known, one))) return note;
  let seen = note.seen;
  const versions = note.versions.map((version) => {
    if (unreplacedBy(known, version)) return version;
    const { device } = version.stamp;
    const at = Math.max(seen[device] ?? 0, known.seen[device] ?? 0) + 1;
    seen = { ...seen, [device]: at };
    return { text: version.text, stamp: { at, device } };
  });
  return { versions, seen };
}

/**
 * What one side has and the other has not replaced. Two texts under one stamp, which only a damaged
 * file can have, are both kept.
 */
function unreplaced(one: NoteWords, other: NoteWords): readonly NoteVersion[] {
  return one.versions.filter((version) => unreplacedBy(other, version));
}

function unreplacedBy({ versions, seen }: NoteWords, { stamp }: NoteVersion): boolean {
  return (
    versions.some((version) => isSameStamp(version.stamp, stamp)) ||
    (seen[stamp.device] ?? Number.NEGATIVE_INFINITY) < stamp.at
  );
}

function keyOf({ text, stamp }: NoteVersion): string {
  return `${stamp.at} ${stamp.device} ${text}`;
}

function latest(
  one: Readonly<Record<string, number>>,
  other: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const devices = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
  return Object.fromEntries(
    devices.map((device) => [device, Math.max(...[one[device] ?? [], other[device] ?? []].flat())]),
  );
}
