import { browser } from '../../lib/browser';
import { askTab } from '../../lib/messages';
import { text } from '../../lib/text';
import { saveAddress } from '../../store/words/save-address';
import { flash } from '../badge/badge';
import { openNextUnread } from './next-unread';
import { noteOpened } from './note-opened';
import { showLibrary } from './open-page';

/** What the keyboard commands of the manifest do, by their names there. */
export const commands: Readonly<Record<string, () => Promise<void>>> = {
  'save-paper': savePaperOfPage,
  'open-library': showLibrary,
  'next-unread': () => openNextUnread(noteOpened),
};

/** The page's own content script knows most; elsewhere the address may name a paper. */
async function savePaperOfPage(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) return;
  if (await askTab(tab.id, 'savePage', {})) return;
  if (await saveAddress(tab.url ?? '', undefined, 'command')) return;
  await flash(text('badgeNoPaper'));
}
