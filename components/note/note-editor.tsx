import type { JSX } from 'preact';
import { JoinedStatus, NoteArea, type NoteProps, useWriting } from './note-area';

/** The reader's note on a paper, always as the field it is written in. */
export function NoteEditor(props: NoteProps): JSX.Element {
  const writing = useWriting(props);
  return (
    <div class="note">
      <NoteArea writing={writing} />
      <JoinedStatus writing={writing} />
    </div>
  );
}
