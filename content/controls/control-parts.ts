import { type MessageKey, text } from '../../lib/text';
import type { PaperState, Status } from '../../papers/paper';
import { likelySteps } from '../../wording/likely';
import { type ButtonAction, button, type Menu, type Opening, type PageDecision } from './buttons';
import type { Likely } from './card-menus';
import type { Glyph } from './glyphs';

/** The decision that an action stands for; the others open something and decide nothing. */
export const decisions: Readonly<Record<Exclude<ButtonAction, Menu | Opening>, PageDecision>> = {
  save: 'saved',
  dismiss: 'dismissed',
  less: 'less',
  undo: 'undecided',
  remove: 'undecided',
  unread: 'unread',
  reading: 'reading',
  read: 'read',
};

/** What a status is called. */
export const statusWords = {
  unread: 'statusUnread',
  reading: 'statusReading',
  read: 'statusRead',
} as const satisfies Record<Status, MessageKey>;

const statusGlyphs: Partial<Record<Status, Glyph>> = { reading: 'half', read: 'tick' };

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

/** The mark of a paper that is likely for the reader: the likelier, the more of its bars stand up. */
export function markOf(document: Document, title: string, likely: Likely): HTMLElement {
  const words = text(likelySteps[likely]);
  const mark = button(document, {
    action: 'why',
    name: text('likelyOf', words, title),
    glyph: `bars${likely}`,
  });
  mark.setAttribute('aria-haspopup', 'dialog');
  mark.setAttribute('aria-expanded', 'false');
  return mark;
}
