import { browser } from './browser';
import { type Announcement, type Change, followers, here, key } from './changes';

/** More than a part of a bulk change names, so that nobody reads the whole list after each part. */
const mostIds = 2000;
let last = 0;

/**
 * Tells every context of the extension what was written; without words, that anything may have been.
 * Content scripts are none of them: they cannot read `storage.session`, and the background tells each of
 * the papers of its page (decision 0020). Called once after each transaction is complete. A failure is no
 * failure of the write, since whatever shows papers reads them again when it starts.
 */
export async function announceChange({ stores, ids }: Change = {}): Promise<void> {
  last = Math.max(Date.now(), last + 1);
  const change: Announcement = {
    at: last,
    from: here,
    ...(stores && { stores }),
    ...(ids && ids.length <= mostIds && { ids }),
  };
  for (const follow of followers) void follow(change);
  await browser.storage.session.set({ [key]: change }).catch(() => {});
}
