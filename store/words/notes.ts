import { maxNoteLength, type Note, noteRow, noteWords } from '../../papers/note';
import type { PaperId } from '../../papers/paper';
import { noteStamp, rewritten } from '../../papers/words/note';
import { nextStamp } from '../../papers/words/stamp';
import { StoreError } from '../database/errors';
import { write } from '../records/writer';

/** What became of a note that was sent to the store. */
export interface NoteResult {
  /** What is stored now, and the revision to build on. */
  readonly text: string;
  readonly updatedAt: number;
  /** True when another window had changed it meanwhile and both texts were kept. */
  readonly joined: boolean;
}

/**
 * Saves a note. If it was changed elsewhere since the editor read it, both texts are kept, the
 * editor's own first, so that its caret stays where it is.
 * @param base The `updatedAt` of the note the editor started from; 0 when there was none.
 * @param divider The line between two texts that are kept together.
 * @param now ms since the epoch.
 * @returns `undefined` when the paper is gone.
 * @throws StoreError `tooLarge` for a text beyond `maxNoteLength`, with the old note as it was.
 */
export async function saveNote(
  id: PaperId,
  text: string,
  base: number,
  divider: string,
  now: number,
): Promise<NoteResult | undefined> {
  if (text.length > maxNoteLength) throw new StoreError('tooLarge', `${text.length} characters`);
  return write(async (writer) => {
    // All that is needed of a paper asked for by its own id, at once.
    const [record] = await Promise.all([
      writer.find(id),
      writer.loadNotes([id]),
      writer.loadDetails([id]),
    ]);
    if (!record) return undefined;
    const stored = await writer.findNote(record.id);
    const kept = bothTexts(stored, text, base, divider);
    const known = noteWords(stored);
    const stamp = nextStamp(now, writer.device, noteStamp(known), { at: base, device: '' });
    writer.putNote(record.id, noteRow(record.id, rewritten(known, kept, stamp), divider));
    writer.put(record, {
      ...record,
      hasNote: kept !== '',
      stamps: { ...record.stamps, note: stamp },
    });
    return { text: kept, updatedAt: stamp.at, joined: kept !== text };
  });
}

function bothTexts(stored: Note | undefined, text: string, base: number, divider: string): string {
  if (!stored || stored.updatedAt === base || text.includes(stored.text)) return text;
  if (stored.text.includes(text)) return stored.text;
  return `${text}\n\n${divider}\n${stored.text}`;
}
