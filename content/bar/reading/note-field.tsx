import type { JSX } from 'preact';
import { movedCaret, NoteDraft } from '../../../components/note/note-draft';
import type { PaperNote } from '../../../lib/bar-messages';
import { text } from '../../../lib/text';
import type { PaperId } from '../../../papers/paper';
import type { BarService } from '../service';
import type { ReadSheet } from '../state';
import { focusOnceThere } from './focus';
import { keepNote } from './save-own-words';

/** A note being written. It goes on being saved when another paper has come into the column. */
class Writing {
  readonly draft: NoteDraft;
  #field: HTMLTextAreaElement | null = null;

  constructor(
    service: BarService,
    readonly id: PaperId,
    { text: words, base }: PaperNote,
  ) {
    this.draft = new NoteDraft(
      { text: words, updatedAt: base },
      {
        save: (written, on) => keepNote(service, id, written, on),
        show: (became) => this.#show(became),
        onJoined: () => service.say(text('noteJoined')),
      },
    );
  }

  readonly field = (field: HTMLTextAreaElement | null): void => {
    this.#field = field;
    if (field) field.value = this.draft.text;
  };

  readonly focusedField = (field: HTMLTextAreaElement | null): void => {
    this.field(field);
    focusOnceThere(field);
  };

  #show(became: string): void {
    const field = this.#field;
    if (!field) return;
    const caret = movedCaret(field.value, became, field.selectionStart);
    field.value = became;
    field.setSelectionRange(caret, caret);
  }
}

let writing: Writing | undefined;

function writingOf(service: BarService, id: PaperId, stored: PaperNote): Writing {
  if (writing?.id !== id) writing = new Writing(service, id, stored);
  else writing.draft.receive({ text: stored.text, updatedAt: stored.base });
  return writing;
}

/** The reader's note on the paper, saved as it is written. Its place is kept until it is known. */
export function NoteField(props: {
  readonly service: BarService;
  readonly sheet: ReadSheet;
}): JSX.Element {
  const { service, sheet } = props;
  if (!sheet.more) return <div class="note" />;
  const { id, draft, field, focusedField } = writingOf(service, sheet.id, sheet.more.note);
  return (
    <textarea
      key={id}
      class="note"
      aria-label={text('noteName')}
      placeholder={text('notePlaceholder')}
      rows={3}
      ref={sheet.field === 'note' ? focusedField : field}
      onInput={({ currentTarget }) => draft.edit(currentTarget.value)}
      onBlur={() => {
        void draft.flush();
        service.written('note');
      }}
    />
  );
}
