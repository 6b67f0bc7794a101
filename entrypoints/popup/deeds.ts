import { undoneWords } from '../../components/said';
import { counted, text } from '../../lib/text';
import type { Decision } from '../../papers/change';
import type { Status } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import type { TagsChange } from '../../papers/tags';
import { changeMany } from '../../store/actions/change';
import { undoAction } from '../../store/actions/undo';
import { decide } from '../../store/words/decide';
import { type NoteResult, saveNote } from '../../store/words/notes';
import { markOpened } from '../../store/words/opened';
import type { PopupService } from './service';

const announcements = {
  saved: 'announceSaved',
  unread: 'announceSaved',
  reading: 'announceReading',
  read: 'announceRead',
  dismissed: 'announceDismissed',
  undecided: 'announceUndecided',
  deleted: 'announceRemoved',
} as const;

/** What the reader does to papers: written to the store, which tells every view. */
export class Deeds {
  constructor(private readonly service: PopupService) {}

  /** Sets how far the reader is with a saved paper. */
  setStatus(paper: PaperRecord, to: Status): Promise<void> {
    return this.#write(async () => {
      await decide([paper.id], to, Date.now(), { view: 'popup' });
      this.service.state.announcement.value = saidOf(to, paper);
    });
  }

  /** Saves, dismisses or removes a paper, with an undo. */
  decide(paper: PaperRecord, to: Decision): Promise<void> {
    return this.#decideAll([paper.id], to, saidOf(to, paper));
  }

  /** Decides on every undecided paper of the page in the current tab. */
  decideRest(to: 'saved' | 'dismissed'): Promise<void> {
    const ids = this.service.state.page.value?.undecided ?? [];
    const key = to === 'saved' ? 'savedRest' : 'dismissedRest';
    return this.#decideAll(ids, to, counted(key, ids.length));
  }

  /** Takes back what was done last. */
  async undo(): Promise<void> {
    const { notice, announcement } = this.service.state;
    const { text: said = '', done } = notice.value ?? {};
    if (!done) return;
    await this.#write(async () => {
      const result = await undoAction(done.action, Date.now());
      notice.value = result.left ? { text: undoneWords(said, result) } : undefined;
      announcement.value = result.left ? undoneWords(said, result) : text('announceUndone');
    });
  }

  /** Changes the tags of a paper; resolves when the store's word is shown. */
  changeTags(id: string, tags: TagsChange): Promise<void> {
    return this.#write(() =>
      changeMany([id], { kind: 'tag', ...tags }, Date.now(), { view: 'popup' }),
    );
  }

  /**
   * Saves a note; see `saveNote`.
   * @throws StoreError after the reader was told.
   */
  async saveNote(id: string, words: string, base: number): Promise<NoteResult | undefined> {
    try {
      return await saveNote(id, words, base, text('noteDivider'), Date.now());
    } catch (error) {
      this.service.fail('write', error);
      throw error;
    }
  }

  /** Notes that the reader has gone to a paper's page. Writes at once: the popup may close with it. */
  visited(id: string): Promise<void> {
    const { startsReading } = this.service.state;
    return this.#write(() => markOpened(id, Date.now(), { startsReading: startsReading.value }));
  }

  #decideAll(ids: readonly string[], to: Decision, said: string): Promise<void> {
    return this.#write(async () => {
      const { action } = await decide(ids, to, Date.now(), { view: 'popup' });
      if (action !== undefined)
        this.service.state.notice.value = { text: said, done: { action, ids } };
    });
  }

  async #write(work: () => Promise<unknown>): Promise<void> {
    await this.service.guard('write', work);
    await this.service.settle();
  }
}

function saidOf(to: Decision, { title, id }: PaperRecord): string {
  return text(announcements[to], title ?? id);
}
