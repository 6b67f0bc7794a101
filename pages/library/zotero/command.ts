import { browser } from '../../../lib/browser';
import { zoteroHost } from '../../../lib/zotero-host';
import type { PaperId } from '../../../papers/paper';
import type { LibraryService } from '../service';

/**
 * Sends papers to Zotero; what does it is loaded then. Call within a click: the browser is asked to allow it, which it
 * lets nobody do who waits for anything before.
 */
export async function sendPapersToZotero(
  service: LibraryService,
  ids: readonly PaperId[],
): Promise<void> {
  const asked = browser.permissions.request(zoteroHost);
  await service.guard('read', async () => {
    const { sendPapers } = await import('./send');
    await sendPapers(service, ids, asked);
  });
}
