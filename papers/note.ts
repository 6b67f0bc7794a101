import type { PaperId } from './paper';
import { type NoteVersion, type NoteWords, noteStamp, noteText } from './words/note';

/** The longest note that is kept, in characters (UTF-16 units). */
export const maxNoteLength = 5_000_000;

/** The reader's note on one paper, as it is stored. One with an empty text was deleted. */
export interface Note {
  readonly id: PaperId;
  /** What is read and edited. */
  readonly text: string;
  /** ms since the epoch; also the revision an editor builds on. */
  readonly updatedAt: number;
  /** The device that wrote it last; absent where that was before devices had names. */
  readonly device?: string;
  /** By device, the last version known; absent where there was one version only. */
  readonly seen?: Readonly<Record<string, number>>;
  /** The texts that were written apart, where `text` holds more than one. */
  readonly apart?: readonly NoteVersion[];
}

/** A note as what the reader said, to be merged. */
export function noteWords(note: Note | undefined): NoteWords | undefined {
  if (!note) return undefined;
  const { text, updatedAt, device = unnamed(note.text) } = note;
  const versions = note.apart ?? [{ text, stamp: { at: updatedAt, device } }];
  return { versions, seen: note.seen ?? { [device]: updatedAt } };
}

/**
 * A note as it is stored. Texts that came together are a new revision, so that an editor that is open
 * on one of them notices.
 * @param divider The line between texts that were written apart.
 */
export function noteRow(id: PaperId, words: NoteWords, divider: string): Note {
  const { at = 0, device = '' } = noteStamp(words) ?? {};
  return {
    id,
    text: noteText(words, divider),
    updatedAt: at + Math.max(0, words.versions.length - 1),
    device,
    seen: words.seen,
    ...(words.versions.length > 1 ? { apart: words.versions } : {}),
  };
}

/**
 * Of a text from before devices had names nobody knows whether it was written before, after or apart
 * from another one. Each is given a device of its own, so that none is taken for replaced (FNV-1a).
 */
function unnamed(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return `~${hash.toString(36)}`;
}
