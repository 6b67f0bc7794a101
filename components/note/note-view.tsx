import type { JSX } from 'preact';
import { useImperativeHandle, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { text } from '../../lib/text';
import { Markdown } from '../rich-text/markdown';
import { JoinedStatus, NoteArea, type NoteProps, useWriting } from './note-area';

/** Whether a click was meant for the note: not for a link or button in it, nor to mark text. */
function isForNote(event: MouseEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  return !target?.closest('a, button, input') && !getSelection()?.toString();
}

function focusEnd(area: HTMLTextAreaElement | null): void {
  if (!area || document.activeElement === area) return;
  area.focus();
  area.setSelectionRange(area.value.length, area.value.length);
}

/** Gives the focus back to what had it outside of the note; false when that is gone. */
function giveBack(before: EventTarget | null, view: HTMLElement | null): boolean {
  if (!(before instanceof HTMLElement) || !before.isConnected || view?.contains(before))
    return false;
  before.focus({ preventScroll: true });
  return true;
}

/** The note as it is read, with the way to write in it. */
function ReadNote(props: {
  readonly words: string;
  readonly isFocused: boolean;
  readonly onEdit: () => void;
}): JSX.Element {
  const edit = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (props.isFocused) edit.current?.focus();
  }, []);
  return (
    <>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the button does the same by keyboard. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a larger target for the button. */}
      <div class="read-note" onClick={(event) => isForNote(event) && props.onEdit()}>
        <Markdown text={props.words} />
      </div>
      <button ref={edit} type="button" class="link" data-action="edit-note" onClick={props.onEdit}>
        {text('noteEdit')}
      </button>
    </>
  );
}

/**
 * The reader's note on a paper, read as Markdown and written as text. The draft lives as long as
 * this is shown, so that turning from one to the other loses nothing, saved or not.
 */
export function NoteView(props: NoteProps): JSX.Element {
  const writing = useWriting(props);
  const { draft, area } = writing;
  const [isEditing, setEditing] = useState(false);
  const [hasLeft, setLeft] = useState(false);
  const before = useRef<EventTarget | null>(null);
  const view = useRef<HTMLDivElement>(null);
  const isEmpty = draft.text === '';
  const isField = isEditing || (isEmpty && props.stored !== undefined);
  const edit = () => {
    setEditing(true);
    setLeft(false);
    focusEnd(area.current);
  };
  useImperativeHandle(props.handle ?? null, () => ({ write: edit }));
  const leave = () => {
    void draft.flush();
    setEditing(false);
    const isBack = giveBack(before.current, view.current);
    if (!isBack) area.current?.blur();
    setLeft(!isBack && draft.text !== '');
  };
  const enter = (from: EventTarget | null) => {
    if (!isEditing) before.current = from;
    setEditing(true);
  };
  const leaveByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing || !isField) return;
    event.stopPropagation();
    leave();
  };
  useLayoutEffect(() => {
    if (isEditing) focusEnd(area.current);
  }, [isEditing]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape in the field is also the Done button.
    <div ref={view} class="note note-view" onKeyDown={leaveByKey}>
      {isField && (
        <NoteArea
          writing={writing}
          onFocus={enter}
          onBlur={() => draft.text === '' && setEditing(false)}
        />
      )}
      {isEditing && (
        <button type="button" class="link" data-action="note-done" onClick={leave}>
          {text('noteDone')}
        </button>
      )}
      {!isField && !isEmpty && <ReadNote words={draft.text} isFocused={hasLeft} onEdit={edit} />}
      <JoinedStatus writing={writing} />
    </div>
  );
}
