import { readOptions } from '../../lib/options';
import { text } from '../../lib/text';
import type { PaperId } from '../../papers/paper';
import type { TagsChange } from '../../papers/tags';
import { changeMany } from '../../store/actions/change';
import type { Watch } from '../../store/actions/in-slices';
import { type NoteResult, saveNote } from '../../store/words/notes';
import { markOpened } from '../../store/words/opened';
import type { Guard } from './guard';

/** What commands need of the page they belong to. */
export interface Page extends Guard {
  /** Resolves when what was written before the call is shown. */
  settle(): Promise<void>;
}

/**
 * Writes, and resolves when the page shows the store's word; a failure is told.
 * @returns Whether it succeeded.
 */
export async function writeAndShow(page: Page, work: () => Promise<unknown>): Promise<boolean> {
  const isDone = await page.guard('write', work);
  await page.settle();
  return isDone;
}

/** What the reader does to papers, alike on every page. */
export class PaperCommands<Of extends Page> {
  /** @param view Where the reader does it, for the log of decisions. */
  constructor(
    protected readonly page: Of,
    protected readonly view: NonNullable<Watch['view']>,
  ) {}

  /** Changes the tags of a paper. */
  async changeTags(id: PaperId, tags: TagsChange, now = Date.now()): Promise<void> {
    await this.write(() => changeMany([id], { kind: 'tag', ...tags }, now, { view: this.view }));
  }

  /**
   * Saves a note; see `saveNote`.
   * @throws StoreError after the reader was told.
   */
  async saveNote(id: PaperId, words: string, base: number): Promise<NoteResult | undefined> {
    try {
      return await saveNote(id, words, base, text('noteDivider'), Date.now());
    } catch (error) {
      this.page.fail('write', error);
      throw error;
    }
  }

  /** Notes that the reader has gone to a paper's page. */
  async visited(id: PaperId, now = Date.now()): Promise<void> {
    await this.write(async () => {
      const startsReading = this.startsReading() ?? (await readOptions()).startsReading;
      await markOpened(id, now, { startsReading });
    });
  }

  /** Whether a visit makes an unread paper one that is being read, where the page knows that already. */
  protected startsReading(): boolean | undefined {
    return undefined;
  }

  /** See `writeAndShow`. */
  protected write(work: () => Promise<unknown>): Promise<boolean> {
    return writeAndShow(this.page, work);
  }
}
