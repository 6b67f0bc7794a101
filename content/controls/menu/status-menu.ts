import { text } from '../../../lib/text';
import { statuses } from '../../../papers/paper';
import { type ButtonAction, button } from '../buttons';
import type { Opener } from '../card-menus';
import { statusWords } from '../control-parts';
import { popoverOf } from './popover';

/** The menu of a paper in the list. */
export function statusMenu({ button: opener, paper, state }: Opener): HTMLElement {
  const document = opener.ownerDocument;
  const name = text('cardMenuName', paper.title ?? paper.id);
  const menu = popoverOf(opener, 'menu', name, '[aria-checked=true]');
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
