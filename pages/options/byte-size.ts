import { text } from '../../lib/text';

/** The least that is told, in bytes: what rounds to more than nothing. */
const least = 50_000;

/**
 * What everything weighs, as the browser estimates it. It frees what was deleted when it pleases, and counts it until
 * then: where nothing is kept, nothing is said to take that room.
 * @param bytes 0 where the browser does not say.
 * @param isEmpty Whether no paper is kept, not even its title.
 */
export function sizeWords(bytes: number, isEmpty: boolean): string {
  const megabytes = (bytes / 1e6).toFixed(1);
  if (isEmpty) return bytes < least ? text('keptNothing') : text('keptFreedLater', megabytes);
  return bytes > 0 ? text('keptSize', megabytes) : text('keptNoSize');
}
