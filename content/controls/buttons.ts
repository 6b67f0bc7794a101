import type { Protocol } from '../../lib/messages';
import type { Status } from '../../papers/paper';
import { type Glyph, glyph } from './glyphs';

/** What a control can decide. */
export type PageDecision = Protocol['decide']['request']['to'];

/** What opens the paper at the side: to read it, or to write of it. */
export type Opening = 'peek' | 'tag' | 'note';

/** What opens something on the control. */
export type Menu = 'status' | 'why';

/** What a button of the control does, in its `data-action`. */
export type ButtonAction =
  | 'save'
  | 'dismiss'
  | 'undo'
  | 'remove'
  | 'less'
  | Menu
  | Opening
  | Status;

interface ButtonParts {
  readonly action: ButtonAction;
  /** What is read on it; a button with a glyph alone has none. */
  readonly label?: string;
  /** What it is called: it says the paper's title, since many stand on one page. */
  readonly name: string;
  readonly glyph?: Glyph | undefined;
}

/** A button of a control. */
export function button(document: Document, parts: ButtonParts): HTMLElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.dataset.action = parts.action;
  element.setAttribute('aria-label', parts.name);
  if (parts.glyph) element.append(glyph(document, parts.glyph));
  if (parts.label) element.append(parts.label);
  return element;
}
