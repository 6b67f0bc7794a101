import type { Remarks } from '../../lib/messages';
import { listed, shortDay, text } from '../../lib/text';

/**
 * What is said of a paper beside how it stands: which rules it matches, and that it comes again.
 * @param now ms since the epoch.
 * @returns An empty text where there is nothing to say.
 */
export function remarksLine({ muted, followed, firstDay }: Remarks = {}, now: number): string {
  const parts: string[] = [];
  if (muted !== undefined) parts.push(text('reasonMute', muted));
  if (followed?.length) parts.push(text('reasonFollow', listed(followed)));
  if (firstDay) parts.push(text('markAgain', shortDay(firstDay, now)));
  return parts.join(' · ');
}
