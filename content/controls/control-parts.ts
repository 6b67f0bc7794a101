import type { Protocol } from '../../lib/messages';
import { type MessageKey, text } from '../../lib/text';
import { type PaperState, type Status, statuses } from '../../papers/paper';
import { type Glyph, glyph } from './glyphs';

/** What a control can decide. */
export type PageDecision = Protocol['decide']['request']['to'];

/** What a button of the control does, in its `data-action`. */
export type ButtonAction = 'save' | 'dismiss' | 'undo' | 'status' | 'remove' | Opening | Status;

/** What opens the paper at the side: to read it, or to write of it. */
type Opening = 'peek' | 'tag' | 'note';

/** The decision that an action stands for; the others open something and decide nothing. */
export const decisions: Readonly<Record<Exclude<ButtonAction, 'status' | Opening>, PageDecision>> =
  {
    save: 'saved',
    dismiss: 'dismissed',
    undo: 'undecided',
    remove: 'undecided',
    unread: 'unread',
    reading: 'reading',
    read: 'read',
  };

const statusWords = {
  unread: 'statusUnread',
  reading: 'statusReading',
  read: 'statusRead',
} as const satisfies Record<Status, MessageKey>;

const statusGlyphs: Partial<Record<Status, Glyph>> = { reading: 'half', read: 'tick' };

interface ButtonParts {
  readonly action: ButtonAction;
  /** What is read on it; a button with a glyph alone has none. */
  readonly label?: string;
  /** What it is called: it says the paper's title, since many stand on one page. */
  readonly name: string;
  readonly glyph?: Glyph | undefined;
}

/** The buttons for a paper in a state. */
export function controlParts(document: Document, title: string, state: PaperState): HTMLElement[] {
  const peek = button(document, {
    action: 'peek',
    name: text('cardReadName', title),
    glyph: 'lines',
  });
  peek.title = text('cardRead');
  return [...stateParts(document, title, state), peek];
}

function stateParts(document: Document, title: string, state: PaperState): HTMLElement[] {
  switch (state) {
    case 'unread':
    case 'reading':
    case 'read':
      return [statusButton(document, title, state)];
    case 'dismissed':
      return [
        button(document, {
          action: 'undo',
          label: text('cardDismissed'),
          name: text('cardUndoName', title),
          glyph: 'back',
        }),
      ];
    default: {
      const dismiss = button(document, {
        action: 'dismiss',
        name: text('cardDismissName', title),
        glyph: 'cross',
      });
      dismiss.title = text('cardDismiss');
      const save = button(document, {
        action: 'save',
        label: text('cardSave'),
        name: text('cardSaveName', title),
        glyph: state === 'new' ? 'dot' : undefined,
      });
      return [save, dismiss];
    }
  }
}

function statusButton(document: Document, title: string, state: Status): HTMLElement {
  const label = text(state === 'unread' ? 'cardSaved' : statusWords[state]);
  const opener = button(document, {
    action: 'status',
    label,
    name: text('cardStatusName', label, title),
    glyph: statusGlyphs[state],
  });
  opener.setAttribute('aria-haspopup', 'menu');
  opener.setAttribute('aria-expanded', 'false');
  return opener;
}

/**
 * The menu of a paper in the list.
 * @param opener Its button, which says whether it is open.
 */
export function menuParts(
  document: Document,
  title: string,
  state: PaperState,
  opener: HTMLElement,
): HTMLElement {
  const menu = document.createElement('div');
  menu.popover = 'auto';
  menu.setAttribute('role', 'menu');
  menu.setAttribute('aria-label', text('cardMenuName', title));
  menu.addEventListener('toggle', () => {
    const open = menu.matches(':popover-open');
    opener.setAttribute('aria-expanded', String(open));
    if (open) menu.querySelector<HTMLElement>('[aria-checked=true]')?.focus();
  });
  for (const status of statuses) {
    const item = menuItem(document, status, text(statusWords[status]), 'menuitemradio');
    item.setAttribute('aria-checked', String(status === state));
    menu.append(item);
  }
  menu.append(
    menuItem(document, 'tag', text('keyTag'), 'menuitem'),
    menuItem(document, 'note', text('noteName'), 'menuitem'),
    menuItem(document, 'remove', text('cardRemove'), 'menuitem'),
  );
  return menu;
}

function menuItem(
  document: Document,
  action: ButtonAction,
  label: string,
  role: string,
): HTMLElement {
  const item = button(document, { action, label, name: label, glyph: 'tick' });
  item.setAttribute('role', role);
  item.tabIndex = -1;
  return item;
}

function button(document: Document, parts: ButtonParts): HTMLElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.dataset.action = parts.action;
  element.setAttribute('aria-label', parts.name);
  if (parts.glyph) element.append(glyph(document, parts.glyph));
  if (parts.label) element.append(parts.label);
  return element;
}
