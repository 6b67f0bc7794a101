import type { JSX } from 'preact';
import { useImperativeHandle } from 'preact/hooks';
import { JoinedStatus, NoteArea, type NoteProps, useWriting } from './note-area';

/** The reader's note on a paper, always as the field it is written in. */
export function NoteEditor(props: NoteProps): JSX.Element {
  const writing = useWriting(props);
  useImperativeHandle(
    props.handle ?? null,
    () => ({ write: () => writing.area.current?.focus() }),
    [],
  );
  return (
    <div class="note">
      <NoteArea writing={writing} />
      <JoinedStatus writing={writing} />
    </div>
  );
}
