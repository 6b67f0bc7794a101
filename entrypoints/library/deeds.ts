import { text } from '../../lib/text';
import type { PaperId, Status } from '../../papers/paper';
import { decide, setTags, star } from '../../store/decide';
import { type NoteResult, saveNote } from '../../store/notes';
import type { LibraryService } from './service';

/** What the reader does to papers: written to the store, which tells every view. */
export class Deeds {
  constructor(private readonly service: LibraryService) {}

  /** Sets how far the reader is with some saved papers. */
  setStatus(ids: readonly PaperId[], to: Status): Promise<void> {
    return this.#write(ids, () => decide(ids, to, Date.now()));
  }

  /** Stars papers, or takes the stars away. */
  star(ids: readonly PaperId[], on: boolean): Promise<void> {
    return this.#write(ids, () => star(ids, on, Date.now()));
  }

  /** Sets the tags of one paper. */
  setTags(id: PaperId, tags: readonly string[]): Promise<void> {
    return this.#write([id], () => setTags(id, tags, Date.now()));
  }

  /**
   * Saves a note; see `saveNote`.
   * @throws StoreError after the reader was told.
   */
  async saveNote(id: PaperId, words: string, base: number): Promise<NoteResult | undefined> {
    const kept: { result?: NoteResult | undefined } = {};
    const isKept = await this.service.guard('write', async () => {
      kept.result = await saveNote(id, words, base, text('noteDivider'), Date.now());
    });
    if (!isKept) throw new Error('The note could not be kept');
    return kept.result;
  }

  async #write(ids: readonly PaperId[], work: () => Promise<unknown>): Promise<void> {
    await this.service.guard('write', work);
    await this.service.settle(ids);
  }
}
