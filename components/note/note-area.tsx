import type { JSX, Ref, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { keyed } from '../../lib/keymap/hints';
import { text } from '../../lib/text';
import { type DraftHooks, movedCaret, NoteDraft, type StoredNote } from './note-draft';

/** A note, saved as it is typed. Give it the paper's id as `key`. */
export interface NoteProps {
  /** What the store holds; absent while it is not known. */
  readonly stored: StoredNote | undefined;
  readonly onSave: DraftHooks['save'];
  readonly handle?: Ref<NoteHandle>;
}

/** What moves a note from outside. */
export interface NoteHandle {
  /** Goes on writing, at the end of what is there. */
  write(): void;
}

/** A note being written, and the field it is written in. */
export interface Writing {
  readonly draft: NoteDraft;
  readonly area: RefObject<HTMLTextAreaElement | null>;
  /** Whether another window's text was kept together with the reader's. */
  readonly isJoined: boolean;
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

/** The draft of a note for as long as the component is shown; drawn again when another text is kept. */
export function useWriting({ stored, onSave }: NoteProps): Writing {
  const area = useRef<HTMLTextAreaElement>(null);
  const save = useRef(onSave);
  save.current = onSave;
  const [isJoined, setJoined] = useState(false);
  const [, redraw] = useState('');
  const [draft] = useState(
    () =>
      new NoteDraft(stored ?? { text: '', updatedAt: 0 }, {
        save: (words, base) => save.current(words, base),
        show: (words) => {
          showText(area.current, words);
          redraw(words);
        },
        onJoined: () => setJoined(true),
      }),
  );
  useFlush(draft);
  useLayoutEffect(() => {
    if (stored) draft.receive(stored);
  }, [draft, stored?.text, stored?.updatedAt]);
  return { draft, area, isJoined };
}

/** The field that a note is written in. */
export function NoteArea(props: {
  readonly writing: Writing;
  /** Told what had the focus before. */
  readonly onFocus?: (before: EventTarget | null) => void;
  readonly onBlur?: () => void;
}): JSX.Element {
  const { draft, area } = props.writing;
  return (
    <textarea
      ref={area}
      name="note"
      rows={1}
      dir="auto"
      aria-label={text('noteName')}
      placeholder={text('notePlaceholder')}
      {...keyed('note', text('noteName'))}
      defaultValue={draft.text}
      onInput={(event) => draft.edit(event.currentTarget.value)}
      onFocus={({ relatedTarget }) => props.onFocus?.(relatedTarget)}
      onBlur={() => {
        void draft.flush();
        props.onBlur?.();
      }}
    />
  );
}

/** Says that another window's text was kept together with the reader's. */
export function JoinedStatus({ writing }: { readonly writing: Writing }): JSX.Element {
  return <p role="status">{writing.isJoined && text('noteJoined')}</p>;
}
