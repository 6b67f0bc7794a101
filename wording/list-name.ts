import { text } from '../lib/text';
import { sites } from '../sites/registry';
import { dayHeading } from './day';

/**
 * A list of a day in the reader's words: `arXiv cs.CL · Wed 12 Aug`.
 * @param key See `Scope.list`.
 * @param now ms since the epoch.
 */
export function listTitle(key: string, now: number): string {
  const site = sites.find(({ name }) => key.startsWith(`${name}:`));
  const [, digest = key, day = ''] = /^(.*):([\d-]+)$/.exec(key) ?? [];
  const name = site?.listName?.(key) ?? digest;
  return text('deckTitleOf', site ? `${site.title} ${name}` : name, dayHeading(day, now));
}
