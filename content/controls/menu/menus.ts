import type { CardMenus, Opener } from '../card-menus';
import style from './menu.css?inline';
import { statusMenu } from './status-menu';
import { explain, whyPanel } from './why';

/** Made when it is first wanted, and anew when the control is drawn anew: it goes with the buttons. */
function toggle(opener: Opener): void {
  const { button } = opener;
  const next = button.nextElementSibling as HTMLElement | null;
  if (next?.popover) {
    next.togglePopover();
    return;
  }
  const popover = button.dataset.action === 'status' ? statusMenu(opener) : whyPanel(opener);
  const sheet = button.ownerDocument.createElement('style');
  sheet.textContent = style;
  popover.append(sheet);
  button.after(popover);
  popover.showPopover();
}

/** What opens on controls. */
export const cardMenus: CardMenus = { toggle, explain };
