import type { Paper, PaperId } from '../../papers/paper';
import { dailyPapersAddress } from '../../sites/huggingface/api';
import type { Day } from '../../store/database/schema';
import type { Network, NoAnswer } from '../fetching/get';
import { type Answer, ask } from './request';

/** What the site says of a day. */
export type DayAnswer =
  | {
      readonly kind: 'papers';
      readonly papers: readonly Paper[];
      /** How many entries could not be read. */
      readonly skipped: number;
      /** Only of a list of one page: that of the first says nothing of the others. */
      readonly etag?: string;
    }
  /** As it was when the etag was given. */
  | { readonly kind: 'same' }
  | NoAnswer;

type PageOfDay = Extract<Answer, { kind: 'papers' }>;

/** Five hundred papers: a site that never comes to an end is not followed without one. */
const mostPages = 5;

/**
 * Asks Hugging Face for a day's list, page after page while they are full.
 * @param known What is known of the day.
 * @param now ms since the epoch.
 * @returns A problem when any page is one: papers of a list that is half there would look moved.
 */
export async function askDay(known: Day, network: Network, now: number): Promise<DayAnswer> {
  const { day, ids, etag } = known;
  const pages: PageOfDay[] = [];
  while (pages.length < mostPages && (pages.at(-1)?.isFull ?? true)) {
    const address = dailyPapersAddress(day, pages.length);
    const isFirst = pages.length === 0;
    // A day that had papers is not one that the site does not know.
    const question = isFirst ? { address, etag, mayLack: ids.length === 0 } : { address };
    const answer = await ask(question, network, now);
    if (answer.kind !== 'papers') return answer;
    pages.push(answer);
  }
  return merged(pages);
}

/** A paper that has moved on to the next page meanwhile is on both. */
function merged(pages: readonly PageOfDay[]): DayAnswer {
  const papers = new Map<PaperId, Paper>();
  for (const paper of pages.flatMap((page) => page.papers))
    if (!papers.has(paper.id)) papers.set(paper.id, paper);
  const skipped = pages.reduce((sum, page) => sum + page.skipped, 0);
  const [first] = pages;
  const etag = first?.isFull ? undefined : first?.etag;
  return {
    kind: 'papers',
    papers: [...papers.values()],
    skipped,
    ...(etag === undefined ? {} : { etag }),
  };
}
