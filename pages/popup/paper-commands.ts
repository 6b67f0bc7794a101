import { signal } from '@preact/signals';
import { text } from '../../lib/text';
import type { Change, Decision } from '../../papers/change';
import { isSaved, type PaperId, type Status } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import type { TagsChange } from '../../papers/tags';
import { changeMany } from '../../store/actions/change';
import { actionOf } from '../../store/actions/list';
import { undoAction, undoLast } from '../../store/actions/undo';
import { decide } from '../../store/words/decide';
import type { saveNote } from '../../store/words/notes';
import { saveAddress } from '../../store/words/save-address';
import { actionSentence, undoSentence } from '../../wording/actions';
import { announcements } from '../../wording/announcements';
import { cite } from '../shared/export/citing';
import type { ExportRequest } from '../shared/export/request';
import { PaperCommands } from '../shared/paper-commands';
import type { PagePaper } from './current-page/page-summary';
import type { PopupReader } from './reader';
import type { Notice } from './state';

/** What the reader does to papers in the popup. */
export class PopupCommands extends PaperCommands<PopupReader> {
  /** The paper that the reader may take along, while the window for that is open. */
  readonly exporting = signal<ExportRequest | undefined>(undefined);

  constructor(reader: PopupReader) {
    super(reader, 'popup');
  }

  /** Runs work of the page. */
  guard: PopupReader['guard'] = (...given) => this.page.guard(...given);

  /** Says what was done, and how to take it back. */
  tell(said: string, done?: Notice['done']): void {
    this.page.state.notice.value = done ? { said, done } : { said };
  }

  /** Copies the citation of a paper. Call within a click or key. */
  cite({ id }: PaperRecord): Promise<void> {
    return cite(this, [id]);
  }

  /** Opens the window in which a paper is taken along. */
  export({ id }: PaperRecord): void {
    const scope = { name: 'paper', label: text('takeThis'), ids: async () => [id] };
    this.exporting.value = { scopes: [scope] };
  }

  /** Sets how far the reader is with a saved paper. */
  setStatus(paper: PaperRecord, to: Status): Promise<unknown> {
    return this.write(async () => {
      await decide([paper.id], to, Date.now(), { view: 'popup' });
      this.page.state.announcement.value = saidOf(to, paper);
    });
  }

  /** Changes the tags of a paper; one that is not in the list is saved with its first tag. */
  override async changeTags(id: PaperId, tags: TagsChange, now = Date.now()): Promise<void> {
    const change = { kind: 'tag', saves: true, ...tags } as const;
    await this.write(() => changeMany([id], change, now, { view: 'popup' }));
  }

  /** Saves a note; a paper that is not in the list is saved with it. */
  override async saveNote(id: PaperId, words: string, base: number): ReturnType<typeof saveNote> {
    const kept = await super.saveNote(id, words, base);
    const { listing, paper: pinned } = this.page.state;
    const shown = [pinned.value?.paper, ...(listing.value?.papers ?? [])];
    const paper = shown.find((one) => one?.id === id);
    if (kept?.text && paper && !isSaved(paper.state))
      await this.write(() => decide([id], 'saved', Date.now(), { view: 'popup' }));
    return kept;
  }

  /** Changes something of a paper, with an undo. */
  change({ id }: PaperRecord, change: Change): Promise<unknown> {
    return this.write(async () => {
      const { action } = await changeMany([id], change, Date.now(), { view: 'popup' });
      const done = action === undefined ? undefined : await actionOf(action);
      if (done) this.tell(actionSentence(done, Date.now()), { action: done.id, ids: [id] });
    });
  }

  /** Saves, dismisses or removes a paper, with an undo. */
  decide(paper: PaperRecord, to: Decision): Promise<unknown> {
    return this.#decideAll([paper.id], to, saidOf(to, paper));
  }

  /** Saves the paper that the address of the current tab names. */
  saveAddress({ address, title }: Pick<PagePaper, 'address' | 'title'>): Promise<unknown> {
    return this.write(async () => {
      await saveAddress(address, title, 'popup');
      this.page.state.announcement.value = text('announceSaved', title ?? address);
    });
  }

  /** Decides on some papers of the page in the current tab. */
  decideRest(ids: readonly PaperId[], to: 'saved' | 'dismissed'): Promise<unknown> {
    const said = actionSentence({ kind: to, done: ids.length }, Date.now());
    return this.#decideAll(ids, to, said);
  }

  /** Takes back what was done last. */
  async undo(): Promise<void> {
    const { notice, announcement } = this.page.state;
    const { done } = notice.value ?? {};
    if (!done) return;
    await this.write(async () => {
      const action = await actionOf(done.action);
      const result = await undoAction(done.action, Date.now());
      const said = action ? undoSentence(action, result) : text('nothingToUndo');
      notice.value = result.left ? { said } : undefined;
      announcement.value = said;
    });
  }

  /** Takes back what was done last, here or elsewhere. */
  async undoLast(): Promise<void> {
    const { notice } = this.page.state;
    await this.write(async () => {
      const now = Date.now();
      const undone = await undoLast(now);
      notice.value = {
        said: undone ? undoSentence(undone.action, undone) : text('nothingToUndo'),
      };
    });
  }

  /** Known already, so that a visit is written at once: the popup may close with it. */
  protected override startsReading(): boolean {
    return this.page.state.startsReading.value;
  }

  #decideAll(ids: readonly string[], to: Decision, said: string): Promise<unknown> {
    return this.write(async () => {
      const { action } = await decide(ids, to, Date.now(), { view: 'popup' });
      if (action !== undefined)
        this.page.state.notice.value = { said: said, done: { action, ids } };
    });
  }
}

function saidOf(to: Decision, { title, id }: PaperRecord): string {
  return text(to === 'less' ? 'saidLessTitle' : announcements[to], title ?? id);
}
