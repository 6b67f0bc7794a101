import { readFileSync } from 'node:fs';
import type { RankedPaper } from '../../papers/ranking/features';

/** A paper of a day, with the keywords by which readers like it, which no order sees. */
export interface DayPaper {
  readonly id: string;
  readonly paper: RankedPaper;
  readonly keywords: ReadonlySet<string>;
}

/** A day's list, in the order of the page. */
export type Day = readonly DayPaper[];

interface Given {
  readonly id: string;
  readonly title: string;
  readonly abstract?: string;
  readonly authors?: readonly string[];
  readonly organization?: string | null;
  readonly keywords?: readonly string[];
  readonly upvotes?: number | null;
  readonly stars?: number | null;
}

/**
 * Reads days of a file: `[{ day, papers: [{ id, title, abstract, authors, organization, keywords, upvotes, stars }] }]`.
 * @throws SyntaxError when the file is no JSON.
 */
export function readDays(path: string): Day[] {
  const days = JSON.parse(readFileSync(path, 'utf8')) as { readonly papers: readonly Given[] }[];
  return days.map(({ papers }) =>
    papers.map(({ id, title, abstract, authors, organization, keywords = [], upvotes, stars }) => ({
      id,
      paper: {
        ...{ title, abstract, authors },
        organization: organization ?? undefined,
        upvotes: upvotes ?? undefined,
        codeStars: stars ?? undefined,
      },
      keywords: new Set(keywords.map((keyword) => keyword.toLowerCase())),
    })),
  );
}

/** The keywords that stand on some of the papers, not on too few and not on too many; the rarest first. */
export function keywordsOf(days: readonly Day[], least = 15, most = 200): string[] {
  const counts = new Map<string, number>();
  for (const { keywords } of days.flat())
    for (const keyword of keywords) counts.set(keyword, (counts.get(keyword) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= least && count <= most)
    .sort(([one, count], [other, beside]) => count - beside || (one < other ? -1 : 1))
    .map(([keyword]) => keyword);
}
