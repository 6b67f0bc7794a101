import { batch } from '@preact/signals';
import { onChange } from '../../lib/changes';
import { type Changed, Refresher } from '../../lib/refresher';
import { report } from '../../lib/report';
import { counted, text } from '../../lib/text';
import type { Decision } from '../../papers/change';
import type { Status } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import { storeError } from '../../store/errors';
import type { NoteResult } from '../../store/notes';
import { counts, listTags, openPaper } from '../../store/queries';
import {
  type Filter,
  foundSource,
  readAgain,
  type Source,
  savedSource,
  undecidedSource,
} from './lists';
import { readPageSummary } from './page-summary';
import { dismissProblem, isProblemDismissed } from './problem';
import { SearchCache } from './search-cache';
import { emptyState, type TabName } from './state';

const pageSize = 50;
const patience = 300;

/** Reads the store into the state at each change, and writes what the reader does. */
export class PopupService {
  readonly state = emptyState();
  #actions: typeof import('./actions') | undefined;
  #source: Source = savedSource({});
  readonly #search = new SearchCache(() => void this.#findMore());
  readonly #refresher = new Refresher((changed) => this.#read(changed));

  /** Reads everything and follows every change until the signal aborts. */
  async start(signal?: AbortSignal): Promise<void> {
    onChange((change) => this.#refresher.note(change), signal);
    await this.#refresher.now('all');
  }

  /** Loads what writes. Called once the list is painted; whoever writes sooner waits for it. */
  async loadActions(): Promise<typeof import('./actions')> {
    this.#actions ??= await import('./actions');
    return this.#actions;
  }

  /** Reads everything once more, after a failure. */
  retry(): Promise<void> {
    this.state.failure.value = undefined;
    return this.#refresher.now('all');
  }

  /** Goes to one of the lists. */
  goTo(tab: TabName): Promise<void> {
    return this.#show(() => {
      this.state.tab.value = tab;
    });
  }

  /** Narrows the saved papers. */
  narrow(filter: Filter): Promise<void> {
    return this.#show(() => {
      this.state.filter.value = filter;
    });
  }

  /** Searches the saved papers. */
  search(query: string): Promise<void> {
    return this.#show(() => {
      this.state.query.value = query;
    });
  }

  /** Shows the whole list again. */
  clear(): Promise<void> {
    return this.#show(() => {
      this.state.filter.value = {};
      this.state.query.value = '';
    });
  }

  /** Reads the next page of the list. */
  async more(): Promise<void> {
    const source = this.#source;
    const shown = this.state.listing.value;
    if (!shown?.next) return;
    await this.#guard('read', async () => {
      const { papers, ...rest } = await source.read(pageSize, shown.next);
      if (this.state.listing.value !== shown) return;
      const ids = new Set(shown.papers.map(({ id }) => id));
      const fresh = papers.filter(({ id }) => !ids.has(id));
      this.state.listing.value = { ...rest, papers: [...shown.papers, ...fresh] };
    });
  }

  /** Opens a paper, or closes it when it is open. */
  async toggle(id: string): Promise<void> {
    if (this.state.opened.value?.id === id) this.state.opened.value = undefined;
    else await this.#guard('read', () => this.#open(id));
  }

  /** Sets how far the reader is with a saved paper. */
  async setStatus(paper: PaperRecord, to: Status): Promise<void> {
    await this.#write([paper.id], async () => {
      const { decide } = this.#actions ?? (await this.loadActions());
      await decide([paper.id], to, Date.now());
      this.#announce(this.#saidOf(to, paper));
    });
  }

  /** Saves, dismisses or removes a paper, with an undo. */
  async decide(paper: PaperRecord, to: Decision): Promise<void> {
    await this.#decideAll([paper.id], to, this.#saidOf(to, paper));
  }

  /** Decides on every undecided paper of the page in the current tab. */
  async decideRest(to: 'unread' | 'dismissed'): Promise<void> {
    const ids = this.state.page.value?.undecided ?? [];
    const key = to === 'unread' ? 'savedRest' : 'dismissedRest';
    await this.#decideAll(ids, to, counted(key, ids.length));
  }

  /** Takes back what was done last. */
  async undo(): Promise<void> {
    const notice = this.state.notice.value;
    if (!notice) return;
    await this.#write(notice.ids, async () => {
      const { undoAction } = this.#actions ?? (await this.loadActions());
      await undoAction(notice.action, Date.now());
      this.state.notice.value = undefined;
      this.#announce(text('announceUndone'));
    });
  }

  /** Puts the notice away. */
  dismissNotice(): void {
    this.state.notice.value = undefined;
  }

  /** Puts the failure away. */
  dismissFailure(): void {
    this.state.failure.value = undefined;
  }

  /** Sets the tags of a paper; resolves when the store's word is shown. */
  async setTags(id: string, tags: readonly string[]): Promise<void> {
    await this.#write([id], async () => {
      const { setTags } = this.#actions ?? (await this.loadActions());
      await setTags(id, tags, Date.now());
    });
  }

  /** Saves a note; see `saveNote`. */
  async saveNote(id: string, words: string, base: number): Promise<NoteResult | undefined> {
    try {
      const { saveNote } = this.#actions ?? (await this.loadActions());
      return await saveNote(id, words, base, text('noteDivider'), Date.now());
    } catch (error) {
      this.#fail('write', error);
      throw error;
    }
  }

  /** Puts the banner of an unreadable page away for good. */
  async dismissProblem(): Promise<void> {
    const kind = this.state.problem.value;
    this.state.problem.value = undefined;
    if (kind) await dismissProblem(kind);
  }

  /** Changes what is listed, and reads it; the old list stays until then. */
  async #show(change: () => void): Promise<void> {
    batch(() => {
      change();
      this.state.opened.value = undefined;
    });
    this.#source = this.#sourceNow();
    await this.#guard('read', () => this.#readList('all', true));
    await this.#explain();
  }

  async #explain(): Promise<void> {
    const words = this.state.query.value;
    if (!words.trim()) this.state.hints.value = undefined;
    else {
      const hints = await this.#search.hints();
      if (this.state.query.value === words) this.state.hints.value = hints;
    }
  }

  /** Long texts have been read or have changed: a search on show may find more now. */
  async #findMore(): Promise<void> {
    if (this.state.query.value.trim())
      await this.#guard('read', () => this.#readList('all', false));
    await this.#explain();
  }

  #sourceNow(): Source {
    const { tab, filter, query } = this.state;
    if (tab.value === 'new') return undecidedSource;
    const words = query.value.trim();
    if (!words) return savedSource(filter.value);
    return foundSource(() => this.#search.find(words), filter.value);
  }

  async #read(changed: Changed): Promise<void> {
    this.#search.note(changed);
    await this.#guard('read', async () => {
      const opened = this.state.opened.value?.id;
      await Promise.all([
        counts().then((read) => {
          this.state.counts.value = read;
        }),
        listTags().then((read) => {
          this.state.tags.value = read;
        }),
        this.#readList(changed, false),
        opened !== undefined && this.#open(opened),
      ]);
      if (this.state.failure.value?.during === 'read') this.state.failure.value = undefined;
    });
    void this.#readPage();
  }

  async #readList(changed: Changed, isOther: boolean): Promise<void> {
    const source = this.#source;
    const shown = isOther ? { papers: [] } : (this.state.listing.value ?? { papers: [] });
    const open = this.state.opened.value?.id;
    const known = this.state.listing.value === undefined ? 'all' : changed;
    const listing = await readAgain(source, shown, known, pageSize, open);
    if (this.#source === source) this.state.listing.value = listing;
  }

  async #open(id: string): Promise<void> {
    const wasOpen = this.state.opened.value?.id;
    const read = await openPaper(id);
    if (this.state.opened.value?.id === wasOpen) this.state.opened.value = { id, ...read };
  }

  async #readPage(): Promise<void> {
    try {
      const page = await readPageSummary();
      const kind = page?.report.problem && page.report.kind;
      const problem = kind && !(await isProblemDismissed(kind)) ? kind : undefined;
      batch(() => {
        this.state.page.value = page;
        this.state.problem.value = problem;
      });
    } catch (error) {
      report('popup page', error);
    }
  }

  async #decideAll(ids: readonly string[], to: Decision, said: string): Promise<void> {
    await this.#write(ids, async () => {
      const { decide } = this.#actions ?? (await this.loadActions());
      const { action } = await decide(ids, to, Date.now());
      if (action !== undefined) this.state.notice.value = { text: said, action, ids };
    });
  }

  async #write(ids: readonly string[], work: () => Promise<unknown>): Promise<void> {
    await this.#guard('write', async () => {
      await work();
      if (this.state.failure.value?.during === 'write') this.state.failure.value = undefined;
    });
    await this.#refresher.now(ids);
  }

  /** Shows progress when something takes long, and tells what went wrong. */
  async #guard(during: 'read' | 'write', work: () => Promise<unknown>): Promise<void> {
    const timer = setTimeout(() => {
      this.state.isBusy.value = true;
    }, patience);
    try {
      await work();
    } catch (error) {
      this.#fail(during, error);
    } finally {
      clearTimeout(timer);
      this.state.isBusy.value = false;
    }
  }

  #fail(during: 'read' | 'write', cause: unknown): void {
    report('popup', cause);
    const { code, detail } = storeError(cause);
    this.state.failure.value = { code, detail, during };
  }

  #announce(said: string): void {
    this.state.announcement.value = said;
  }

  #saidOf(to: Decision, { title, id }: PaperRecord): string {
    const keys = {
      unread: 'announceSaved',
      reading: 'announceReading',
      read: 'announceRead',
      dismissed: 'announceDismissed',
      undecided: 'announceUndecided',
      deleted: 'announceRemoved',
    } as const;
    return text(keys[to], title ?? id);
  }
}
