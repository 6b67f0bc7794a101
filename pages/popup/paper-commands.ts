import { counted, text } from '../../lib/text';
import type { Decision } from '../../papers/change';
import type { Status } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import { undoAction, undoLast } from '../../store/actions/undo';
import { decide } from '../../store/words/decide';
import { undoneWords, undoSentence } from '../../wording/actions';
import { PaperCommands } from '../shared/paper-commands';
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

/** What the reader does to papers in the popup. */
export class PopupCommands extends PaperCommands<PopupService> {
  constructor(service: PopupService) {
    super(service, 'popup');
  }

  /** Sets how far the reader is with a saved paper. */
  setStatus(paper: PaperRecord, to: Status): Promise<unknown> {
    return this.write(async () => {
      await decide([paper.id], to, Date.now(), { view: 'popup' });
      this.page.state.announcement.value = saidOf(to, paper);
    });
  }

  /** Saves, dismisses or removes a paper, with an undo. */
  decide(paper: PaperRecord, to: Decision): Promise<unknown> {
    return this.#decideAll([paper.id], to, saidOf(to, paper));
  }

  /** Decides on every undecided paper of the page in the current tab. */
  decideRest(to: 'saved' | 'dismissed'): Promise<unknown> {
    const ids = this.page.state.page.value?.undecided ?? [];
    const key = to === 'saved' ? 'savedRest' : 'dismissedRest';
    return this.#decideAll(ids, to, counted(key, ids.length));
  }

  /** Takes back what was done last. */
  async undo(): Promise<void> {
    const { notice, announcement } = this.page.state;
    const { said = '', done } = notice.value ?? {};
    if (!done) return;
    await this.write(async () => {
      const result = await undoAction(done.action, Date.now());
      notice.value = result.left ? { said: undoneWords(said, result) } : undefined;
      announcement.value = result.left ? undoneWords(said, result) : text('announceUndone');
    });
  }

  /** Takes back what was done last, here or elsewhere. */
  async undoLast(): Promise<void> {
    const { notice } = this.page.state;
    await this.write(async () => {
      const now = Date.now();
      const undone = await undoLast(now);
      notice.value = {
        said: undone ? undoSentence(undone.action, undone, now) : text('nothingToUndo'),
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
  return text(announcements[to], title ?? id);
}
