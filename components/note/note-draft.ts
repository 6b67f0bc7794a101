import type { Note } from '../../papers/note';
import { maxNoteLength } from '../../papers/note';
import type { PaperRecord } from '../../papers/record';
import type { NoteResult } from '../../store/words/notes';

/** A note as it is stored; an absent one has an empty text. */
export interface StoredNote {
  readonly text: string;
  readonly updatedAt: number;
}

/**
 * What the store holds of a paper's note.
 * @returns `undefined` when it is not known: row and note were read at different moments.
 */
export function storedNote(paper: PaperRecord, note: Note | undefined): StoredNote | undefined {
  if (note) return note;
  return paper.hasNote ? undefined : { text: '', updatedAt: paper.stamps.note?.at ?? 0 };
}

/** What a draft does to its editor. */
export interface DraftHooks {
  /** Sends the text to the store; rejects when it could not be kept. */
  save(text: string, base: number): Promise<NoteResult | undefined>;
  /** The text became another without the reader's typing. */
  show(text: string): void;
  /** Another window's text was kept together with the reader's. */
  onJoined(): void;
}

/** At most so long is typing kept in memory alone, in ms. */
const longestWait = 200;
/** How long a text that could not be saved waits until it is sent again, in ms; the last one for good. */
const retryWaits = [1000, 5000, 30_000] as const;

/**
 * A note being written. It is saved so long after the first unsaved key, whether or not the typing
 * goes on, and one save at a time; what other windows write meanwhile is never lost. What could
 * not be saved is tried again until it is.
 */
export class NoteDraft {
  text: string;
  #base: number;
  #isDirty = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #saving: Promise<void> | undefined;
  #waiting: StoredNote | undefined;

  constructor(
    stored: StoredNote,
    private readonly hooks: DraftHooks,
  ) {
    this.text = stored.text;
    this.#base = stored.updatedAt;
  }

  /** Takes what the reader typed. */
  edit(text: string): void {
    this.text = text;
    this.#isDirty = true;
    this.#timer ??= setTimeout(() => void this.flush(), longestWait);
  }

  /** Saves now what is unsaved. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    clearTimeout(this.#retry);
    this.#timer = undefined;
    await this.#saving;
    if (!this.#isDirty || this.#saving) return;
    this.#saving = this.#save().finally(() => {
      this.#saving = undefined;
    });
    await this.#saving;
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting) this.receive(waiting);
  }

  /**
   * Takes what the store holds. An unsaved text stays as it is: saving it keeps both.
   */
  receive(stored: StoredNote): void {
    if (stored.updatedAt <= this.#base) return;
    if (this.#saving) this.#waiting = stored;
    else if (!this.#isDirty) {
      this.#base = stored.updatedAt;
      this.#become(stored.text);
    }
  }

  async #save(): Promise<void> {
    const sent = this.text;
    this.#isDirty = false;
    try {
      const result = await this.hooks.save(sent, this.#base);
      this.#failures = 0;
      if (!result) return;
      this.#base = result.updatedAt;
      if (!result.joined) return;
      this.#become(around(result.text, sent, this.text));
      this.hooks.onJoined();
    } catch {
      // The reader has been told; the text is kept here and sent again.
      this.#isDirty = true;
      this.#retryLater(sent);
    }
  }

  /** A text that is too long stays so: it is sent again when it was changed. */
  #retryLater(sent: string): void {
    if (sent.length > maxNoteLength) return;
    const wait = retryWaits[Math.min(this.#failures, retryWaits.length - 1)];
    this.#failures += 1;
    this.#retry = setTimeout(() => void this.flush(), wait);
  }

  #become(text: string): void {
    if (text === this.text) return;
    this.text = text;
    this.hooks.show(text);
  }
}

/** The stored text with what was typed since it was sent. */
function around(stored: string, sent: string, current: string): string {
  const start = stored.indexOf(sent);
  if (start === -1) return `${current}\n\n${stored}`;
  return stored.slice(0, start) + current + stored.slice(start + sent.length);
}

/**
 * Where the caret stands after the text around it became another.
 * @param at The caret in the text before.
 */
export function movedCaret(before: string, after: string, at: number): number {
  const most = Math.min(before.length, after.length);
  let same = 0;
  while (same < most && before[same] === after[same]) same += 1;
  if (at <= same) return at;
  let tail = 0;
  while (tail < most - same && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return before.length - at <= tail ? after.length - (before.length - at) : same;
}
