import { createRef, type RefObject } from 'preact';
import type { NoteHandle } from '../note/note-area';
import type { RuleMenuHandle } from '../rules/rule-menu';

/** What keys reach in a paper that is shown whole; each is there while it is drawn. */
export interface PaperControls {
  /** The field that tags are typed into. */
  readonly tag: RefObject<HTMLInputElement | null>;
  readonly note: RefObject<NoteHandle | null>;
  readonly rules: RefObject<RuleMenuHandle | null>;
}

/** Refs of a paper's controls, to be given to what draws them. */
export function paperControls(): PaperControls {
  return { tag: createRef(), note: createRef(), rules: createRef() };
}
