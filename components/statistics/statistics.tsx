import 'uplot/dist/uPlot.min.css';
import '../../assets/statistics.css';
import type { JSX } from 'preact';
import { counted, listed, text } from '../../lib/text';
import { localDay } from '../../papers/local-day';
import type { MonthTally } from '../../papers/statistics/month';
import type { Tag } from '../../store/database/schema';
import type { Counts } from '../../store/records/queries';
import { Empty } from '../ui/empty';
import { BacklogFigure, Flow, StreakFigure, UpvotesFigure } from './over-time';
import { ReadingTimeFigure } from './reading-time';
import { OrganizationsFigure, TagsFigure } from './topics';

/** What the reader saved and read, in pictures, sentences and tables. */
export interface StatisticsProps {
  /** As `readMonths` gives them. */
  readonly months: readonly MonthTally[];
  readonly counts: Counts;
  /** Every tag in use, for its spelling. */
  readonly tags: readonly Tag[];
  /** ms since the epoch. */
  readonly now: number;
}

/** How many papers are in the list, and how they stand. */
function totals({ unread, reading, read, snoozed }: Counts): string {
  const parts = [
    ['statisticsTotalUnread', unread],
    ['statisticsTotalReading', reading],
    ['statisticsTotalRead', read],
    ['statisticsTotalSnoozed', snoozed],
  ] as const;
  const present = parts.filter(([, count]) => count > 0);
  const total = present.reduce((sum, [, count]) => sum + count, 0);
  return counted(
    'statisticsTotals',
    total,
    listed(present.map(([key, count]) => text(key, count))),
  );
}

/** The statistics, each figure by itself, in as many columns as there is room for. */
export function Statistics({ months, counts, tags, now }: StatisticsProps): JSX.Element {
  const isEmpty = !counts.unread && !counts.reading && !counts.read && !counts.snoozed;
  const today = localDay(now);
  return (
    <section class="statistics">
      <h1>{text('statisticsTitle')}</h1>
      {isEmpty ? (
        <Empty title="statisticsEmptyTitle" words="statisticsEmpty" />
      ) : (
        <>
          <p class="totals">{totals(counts)}</p>
          <div class="figures">
            <Flow months={months} today={today} />
            <BacklogFigure months={months} today={today} />
            <StreakFigure months={months} today={today} />
            <ReadingTimeFigure months={months} />
            <TagsFigure months={months} today={today} tags={tags} />
            <OrganizationsFigure months={months} today={today} />
            <UpvotesFigure months={months} today={today} />
          </div>
        </>
      )}
    </section>
  );
}
