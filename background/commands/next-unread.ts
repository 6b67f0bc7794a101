import { browser } from '../../lib/browser';
import { text } from '../../lib/text';
import { paperIdIn } from '../../papers/query/values';
import { nextUnread } from '../../store/records/next-unread';
import { recordsOf } from '../../store/records/queries';
import { flash } from '../badge/badge';
import type { Opened } from './note-opened';
import { addressToOpen } from './open-page';

/**
 * Opens the next unread paper, in place of the paper that the current tab shows or else in a new
 * tab. Says so on the badge when there is none.
 * @throws StoreError
 */
export async function openNextUnread(opened: Opened): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  const shown = paperIdIn(tab?.url ?? '');
  const next = await nextUnread(shown);
  if (!next) return flash(text('nothingUnread'));
  const url = await addressToOpen(next);
  if (tab?.id !== undefined && (await isPaper(shown))) await browser.tabs.update(tab.id, { url });
  else await browser.tabs.create({ url });
  await opened(next.id);
}

/** Any web page has an id of the last resort, and is a paper only if it is stored as one. */
async function isPaper(id: string | undefined): Promise<boolean> {
  if (id === undefined || !id.startsWith('url:')) return id !== undefined;
  return (await recordsOf([id])).length > 0;
}
