import { browser } from '../../lib/browser';
import { askTab } from '../../lib/messages';
import { report } from '../../lib/report';
import { flashNothingToSave } from './badge';
import { saveAddress } from './save-address';

/** Serves the keyboard commands of the manifest. */
export function listenToCommands(): void {
  browser.commands.onCommand.addListener((command) => {
    if (command === 'save-paper')
      savePaperOfPage().catch((error: unknown) => report('command', error));
  });
}

/** The page's own content script knows most; elsewhere the address may name a paper. */
async function savePaperOfPage(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) return;
  if (await askTab(tab.id, 'savePage', {})) return;
  if (await saveAddress(tab.url ?? '')) return;
  await flashNothingToSave();
}
