import { browser } from '../../lib/browser';
import { onChange } from '../../lib/changes';
import { coalesced } from '../../lib/coalesced';
import { onAnyOption } from '../../lib/page-options';
import { onPollState } from '../../lib/poll-changes';
import { report } from '../../lib/report';
import { onStoredSync } from '../../lib/sync-changes';
import { text } from '../../lib/text';
import { atOnce } from '../jobs/after-startup';

const drawing = () => import('./draw');
let countList: CountList | undefined;

/** Counts the papers of a smart list; `undefined` when there is no such list. */
export type CountList = (
  id: string,
) => Promise<{ readonly name: string; readonly count: number } | undefined>;

/**
 * Keeps the badge true: at each start of the worker, each change, poll, round of the sync and change of options.
 * @param begin Does what is to be done at the start.
 */
export function keepBadge(count: CountList, begin = atOnce): void {
  countList = count;
  onChange(() => void updateBadge());
  onAnyOption(() => void updateBadge());
  onPollState(() => void updateBadge());
  onStoredSync(() => void updateBadge());
  browser.runtime.onStartup.addListener(() => void updateBadge());
  begin(updateBadge);
}

/** Draws the badge from the store. */
export const updateBadge = coalesced(async () => {
  const { draw, show } = await drawing();
  await draw(countList).catch(async (error: unknown) => {
    report('badge', error);
    await show('!', text('badgeBroken'));
  });
});

/** Shows for a moment that a command could do nothing, then the count again. */
export async function flash(why: string): Promise<void> {
  await (await drawing()).show('?', why);
  await new Promise((resolve) => setTimeout(resolve, 2000));
  await updateBadge();
}
