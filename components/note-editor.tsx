import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { text } from '../lib/text';
import { type DraftHooks, movedCaret, NoteDraft, type StoredNote } from './note-draft';

/** A note, saved as it is typed. Give it the paper's id as `key`. */
export interface NoteEditorProps {
  /** What the store holds; absent while it is not known. */
  readonly stored: StoredNote | undefined;
  readonly onSave: DraftHooks['save'];
}

function showText(area: HTMLTextAreaElement | null, words: string): void {
  if (!area) return;
  const { value, selectionStart, selectionEnd } = area;
  area.value = words;
  const [start, end] = [selectionStart, selectionEnd].map((at) => movedCaret(value, words, at));
  if (document.activeElement === area) area.setSelectionRange(start ?? 0, end ?? 0);
}

/** Flushes the draft whenever the reader may be about to leave. */
function useFlush(draft: NoteDraft): void {
  useEffect(() => {
    const flush = () => void draft.flush();
    document.addEventListener('visibilitychange', flush);
    addEventListener('pagehide', flush);
    return () => {
      document.removeEventListener('visibilitychange', flush);
      removeEventListener('pagehide', flush);
      flush();
    };
  }, [draft]);
}

/** The reader's note on a paper. */
export function NoteEditor({ stored, onSave }: NoteEditorProps): JSX.Element {
  const area = useRef<HTMLTextAreaElement>(null);
  const save = useRef(onSave);
  save.current = onSave;
  const [isJoined, setJoined] = useState(false);
  const [draft] = useState(
    () =>
      new NoteDraft(stored ?? { text: '', updatedAt: 0 }, {
        save: (words, base) => save.current(words, base),
        show: (words) => showText(area.current, words),
        onJoined: () => setJoined(true),
      }),
  );
  useFlush(draft);
  useEffect(() => {
    if (stored) draft.receive(stored);
  }, [draft, stored?.text, stored?.updatedAt]);
  return (
    <div class="note">
      <textarea
        ref={area}
        name="note"
        rows={1}
        dir="auto"
        aria-label={text('noteName')}
        placeholder={text('notePlaceholder')}
        defaultValue={draft.text}
        onInput={(event) => draft.edit(event.currentTarget.value)}
        onBlur={() => void draft.flush()}
      />
      <p role="status">{isJoined && text('noteJoined')}</p>
    </div>
  );
}
