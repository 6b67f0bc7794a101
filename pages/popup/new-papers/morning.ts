import { asAtom } from '../../../exports/atom';
import type { Roundup } from '../../../exports/roundup';
import { roundupAsMarkdown } from '../../../exports/roundup-markdown';
import { copyText } from '../../../lib/clipboard';
import { downloadFile } from '../../../lib/download';
import { counted, text } from '../../../lib/text';
import { localDay } from '../../../papers/local-day';
import type { PaperDetails } from '../../../papers/record';
import type { Morning } from '../../../store/days/morning';
import { openPaper } from '../../../store/records/queries';
import { dayHeading } from '../../../wording/day';

const most = 5;

/** A morning digest of five papers, each once: what rules caught, then what comes back, then the top of the list. */
export function firstFive(morning: Morning): Morning {
  const taken = new Set<string>();
  const take = <Item>(items: readonly Item[], idOf: (item: Item) => string): Item[] =>
    items.filter((item) => {
      const isTaken = taken.size < most && !taken.has(idOf(item));
      if (isTaken) taken.add(idOf(item));
      return isTaken;
    });
  const caught = take(morning.caught, ({ paper }) => paper.id);
  const due = take(morning.due, ({ id }) => id);
  const top = take(morning.top, ({ id }) => id);
  const moreCaught = morning.moreCaught + morning.caught.length - caught.length;
  return { ...morning, caught, due, top, moreCaught };
}

/**
 * Whether there is anything in a morning digest.
 * @param morning `undefined` while it is not read.
 */
export function hasMorning(morning: Morning | undefined): morning is Morning {
  return morning !== undefined && idsOf(morning).length > 0;
}

/**
 * Copies a morning digest as Markdown. Call within a click.
 * @param now ms since the epoch.
 * @returns A sentence about it.
 * @throws DOMException when the browser allows no copying.
 */
export async function copyMorning(morning: Morning, now: number): Promise<string> {
  await copyText(roundupAsMarkdown(roundupOf(morning, now)));
  return counted('saidCopied', idsOf(morning).length);
}

/**
 * Gives the reader a morning digest as an Atom file.
 * @param now ms since the epoch.
 * @returns A sentence about it.
 * @throws StoreError
 */
export async function saveMorning(morning: Morning, now: number): Promise<string> {
  const ids = idsOf(morning);
  const details = await readDetails(ids);
  const feed = asAtom({ ...roundupOf(morning, now), details }, now);
  downloadFile(feed, `offprint-${localDay(now)}.atom`, 'application/atom+xml');
  return counted('saidDownloaded', ids.length);
}

function roundupOf({ day, top, caught, moreCaught, due }: Morning, now: number): Roundup {
  const parts = [
    {
      heading: text('morningCaught'),
      papers: caught.map(({ paper }) => paper),
      ...(moreCaught > 0 && { more: counted('trialMore', moreCaught) }),
    },
    { heading: text('morningDue'), papers: due },
    { heading: text('morningTop', day === undefined ? '' : dayHeading(day, now)), papers: top },
  ];
  return {
    title: text('morningFile', dayHeading(localDay(now), now)),
    parts: parts.filter(({ papers }) => papers.length > 0),
    details: new Map(),
  };
}

function idsOf({ top, caught, due }: Morning): string[] {
  return [...new Set([...caught.map(({ paper }) => paper), ...due, ...top].map(({ id }) => id))];
}

async function readDetails(ids: readonly string[]): Promise<ReadonlyMap<string, PaperDetails>> {
  const opened = await Promise.all(ids.map(async (id) => [id, await openPaper(id)] as const));
  return new Map(opened.flatMap(([id, { details }]) => (details ? [[id, details] as const] : [])));
}
