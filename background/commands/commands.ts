import { browser } from '../../lib/browser';
import { askTab } from '../../lib/messages';
import { report } from '../../lib/report';
import { text } from '../../lib/text';
import { saveAddress } from '../../store/words/save-address';
import { flash } from '../badge/badge';
import { openNextUnread } from './next-unread';
import type { Opened } from './note-opened';
import { showLibrary } from './open-page';

/** Serves the keyboard commands of the manifest. */
export function listenToCommands(opened: Opened): void {
  const commands: Readonly<Record<string, () => Promise<void>>> = {
    'save-paper': savePaperOfPage,
    'open-library': showLibrary,
    'next-unread': () => openNextUnread(opened),
  };
  browser.commands.onCommand.addListener((command) => {
    commands[command]?.().catch((error: unknown) => report('command', error));
  });
}

/** The page's own content script knows most; elsewhere the address may name a paper. */
async function savePaperOfPage(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) return;
  if (await askTab(tab.id, 'savePage', {})) return;
  if (await saveAddress(tab.url ?? '', undefined, 'command')) return;
  await flash(text('badgeNoPaper'));
}
