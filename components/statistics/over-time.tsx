import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { monthName, shortDay, text } from '../../lib/text';
import { backlogOf } from '../../papers/statistics/backlog';
import type { MonthTally } from '../../papers/statistics/month';
import { streaksOf } from '../../papers/statistics/streaks';
import { upvotesOf } from '../../papers/statistics/upvotes';
import { historyOf, paceOf, type Week, weeksOf } from '../../papers/statistics/weeks';
import { Figure, Key } from './figure';
import { Plot } from './plot';
import type { PlotData, PlotSeries } from './plot-options';
import { backlogFinding, flowFinding, rounded, streakFinding, upvotesFinding } from './words';

/** What each figure is made from. */
export interface FigureProps {
  readonly months: readonly MonthTally[];
  /** An ISO day on the reader's calendar. */
  readonly today: string;
}

const height = 180;

/** A year of weeks: more would be too narrow to tell apart. */
const shownWeeks = 53;

/** The month of the year, so that axes are labelled at the same months everywhere. */
export function monthPlace(iso: string): number {
  return Number(iso.slice(5, 7)) - 1;
}

function plotOfWeeks(weeks: readonly Week[], now: string, series: PlotSeries[]): PlotData {
  const labels = weeks.map(({ monday }) => shortDay(monday, Date.parse(now)));
  return { labels, series, axes: 'both' };
}

/** Papers saved and read, week by week. */
export function Flow({ months, today }: FigureProps): JSX.Element {
  const weeks = useMemo(() => weeksOf(months, today).slice(-shownWeeks), [months, today]);
  const data = useMemo(
    () =>
      plotOfWeeks(weeks, today, [
        { values: weeks.map(({ saved }) => saved), shape: 'wide bars', ink: 'weak' },
        { values: weeks.map(({ read }) => read), shape: 'narrow bars', ink: 'strong' },
      ]),
    [weeks, today],
  );
  const names = [text('statisticsSaved'), text('statisticsRead')] as const;
  return (
    <Figure
      title={text('statisticsFlowTitle')}
      finding={flowFinding(paceOf(months, today), historyOf(months, today), today)}
      table={{
        caption: text('statisticsFlowCaption'),
        columns: [text('statisticsWeekColumn'), ...names],
        rows: weeks.map(({ saved, read }, at) => [data.labels[at] ?? '', saved, read]),
      }}
    >
      <Plot data={data} height={height} />
      <Key
        entries={[
          ['wide', names[0]],
          ['narrow', names[1]],
        ]}
      />
    </Figure>
  );
}

/** How many papers waited, over the whole time. */
export function BacklogFigure({ months, today }: FigureProps): JSX.Element {
  const backlog = useMemo(() => backlogOf(months, today), [months, today]);
  const { points, isMonthly } = backlog;
  const data = useMemo((): PlotData => {
    const values = points.map(({ waiting }) => waiting);
    const labels = points.map(({ day }) =>
      isMonthly ? monthName(day.slice(0, 7)) : shortDay(day, Date.parse(today)),
    );
    const month = isMonthly ? { firstMonth: monthPlace(points[0]?.day ?? '') } : {};
    return { labels, ...month, axes: 'both', series: [{ values, shape: 'area', ink: 'waiting' }] };
  }, [points, isMonthly, today]);
  return (
    <Figure
      title={text('statisticsBacklogTitle')}
      finding={backlogFinding(backlog, historyOf(months, today))}
      table={{
        caption: text('statisticsBacklogCaption'),
        columns: [
          text(isMonthly ? 'statisticsMonthColumn' : 'statisticsDayColumn'),
          text('statisticsWaiting'),
        ],
        rows: points.map(({ waiting }, at) => [data.labels[at] ?? '', waiting]),
      }}
    >
      <Plot data={data} height={height} />
    </Figure>
  );
}

/** On how many days of each week something was read. */
export function StreakFigure({ months, today }: FigureProps): JSX.Element {
  const all = useMemo(() => weeksOf(months, today), [months, today]);
  const weeks = all.slice(-shownWeeks);
  const data = useMemo(() => {
    const values = all.slice(-shownWeeks).map(({ readingDays }) => readingDays);
    const series: PlotSeries[] = [{ values, shape: 'wide bars', ink: 'middle' }];
    return { ...plotOfWeeks(all.slice(-shownWeeks), today, series), top: 7 };
  }, [all, today]);
  const streaks = streaksOf(all);
  const table = {
    caption: text('statisticsStreakCaption'),
    columns: [text('statisticsWeekColumn'), text('statisticsReadingDays')],
    rows: weeks.map(({ readingDays }, at) => [data.labels[at] ?? '', readingDays]),
  };
  return (
    <Figure
      title={text('statisticsStreakTitle')}
      finding={streakFinding(streaks)}
      {...(streaks.longest > 0 ? { table } : {})}
    >
      <Plot data={data} height={height} />
    </Figure>
  );
}

/** Upvotes a paper when it was saved and now, by the month it was saved in. */
export function UpvotesFigure({ months, today }: FigureProps): JSX.Element {
  const upvotes = useMemo(() => upvotesOf(months, today), [months, today]);
  const data = useMemo((): PlotData => {
    const shown = upvotes.months;
    const mean = (of: 'atSaving' | 'now') => shown.map((row) => (row.papers ? row[of] : null));
    return {
      labels: shown.map(({ month }) => monthName(month)),
      firstMonth: monthPlace(shown[0]?.month ?? ''),
      axes: 'both',
      series: [
        { values: mean('atSaving'), shape: 'dashes', ink: 'middle' },
        { values: mean('now'), shape: 'line', ink: 'strong' },
      ],
    };
  }, [upvotes]);
  const names = [text('statisticsAtSaving'), text('statisticsNow')] as const;
  const rows = upvotes.months
    .filter(({ papers }) => papers > 0)
    .map(({ month, papers, atSaving, now }) => [
      monthName(month),
      papers,
      rounded(atSaving),
      rounded(now),
    ]);
  const table = {
    caption: text('statisticsUpvotesCaption'),
    columns: [text('statisticsMonthColumn'), text('statisticsPapersColumn'), ...names],
    rows,
  };
  return (
    <Figure
      title={text('statisticsUpvotesTitle')}
      finding={upvotesFinding(upvotes)}
      {...(rows.length ? { table } : {})}
    >
      <Plot data={data} height={height} />
      <Key
        entries={[
          ['dashes', names[0]],
          ['line', names[1]],
        ]}
      />
    </Figure>
  );
}
