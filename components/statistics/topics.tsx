import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { counted, monthName, number, text } from '../../lib/text';
import { type Topic, type Topics, topicsOf } from '../../papers/statistics/topics';
import type { Tag } from '../../store/database/schema';
import { Figure, type Table } from './figure';
import { type FigureProps, monthPlace } from './over-time';
import { Plot } from './plot';
import type { PlotData } from './plot-options';

interface Row {
  readonly name: string;
  readonly total: number;
  readonly data: PlotData;
}

/** One drawing a topic, to the same measure but for the rest, which is no topic. */
function rowsOf(topics: Topics, names: ReadonlyMap<string, string>, rest: string): Row[] {
  const labels = topics.months.map(monthName);
  const firstMonth = monthPlace(topics.months[0] ?? '');
  const row = ({ total, counts }: Omit<Topic, 'key'>, name: string, top?: number): Row => ({
    name,
    total,
    data: {
      labels,
      firstMonth,
      axes: 'none',
      series: [{ values: counts, shape: 'wide bars', ink: top === undefined ? 'weak' : 'middle' }],
      ...(top === undefined ? {} : { top }),
    },
  });
  const top = Math.max(...topics.top.flatMap(({ counts }) => counts));
  const rows = topics.top.map((topic) => row(topic, names.get(topic.key) ?? topic.key, top));
  return topics.rest ? [...rows, row(topics.rest, rest)] : rows;
}

function tableOf(topics: Topics, rows: readonly Row[], caption: string): Table {
  return {
    caption,
    columns: [text('statisticsMonthColumn'), ...rows.map(({ name }) => name)],
    rows: topics.months.map((month, at) => [
      monthName(month),
      ...rows.map(({ data }) => data.series[0]?.values[at] ?? 0),
    ]),
  };
}

/** The topics one below the other, and the months below them. */
function TopicRows({ rows }: { readonly rows: readonly Row[] }): JSX.Element {
  const axis = useMemo(
    (): PlotData | undefined => rows[0] && { ...rows[0].data, series: [], axes: 'x' },
    [rows],
  );
  return (
    <div class="topics">
      {rows.map(({ name, total, data }) => (
        <div key={name} class="topic">
          <span class="name" dir="auto" title={name}>
            {name}
          </span>
          <Plot data={data} height={28} />
          <span class="total">{number(total)}</span>
        </div>
      ))}
      {axis && (
        <div class="topic" aria-hidden="true">
          <span />
          <Plot data={axis} height={26} />
          <span />
        </div>
      )}
    </div>
  );
}

/** The most used tags over time. */
export function TagsFigure(props: FigureProps & { readonly tags: readonly Tag[] }): JSX.Element {
  const { months, today, tags } = props;
  const topics = useMemo(() => topicsOf(months, 'tags', today), [months, today]);
  const rows = useMemo(() => {
    const names = new Map(tags.map(({ key, name }) => [key, name]));
    return rowsOf(topics, names, text('statisticsTagsRest'));
  }, [topics, tags]);
  const [first] = rows;
  if (!first)
    return <Figure title={text('statisticsTagsTitle')} finding={text('statisticsTagsNone')} />;
  return (
    <Figure
      title={text('statisticsTagsTitle')}
      finding={counted('statisticsTags', first.total, first.name)}
      table={tableOf(topics, rows, text('statisticsTagsCaption'))}
    >
      <TopicRows rows={rows} />
    </Figure>
  );
}

/** The most frequent organisations over time. */
export function OrganizationsFigure({ months, today }: FigureProps): JSX.Element {
  const topics = useMemo(() => topicsOf(months, 'organizations', today), [months, today]);
  const rows = useMemo(
    () => rowsOf(topics, new Map(), text('statisticsOrganizationsRest')),
    [topics],
  );
  const title = text('statisticsOrganizationsTitle');
  const [first] = rows;
  if (!first) return <Figure title={title} finding={text('statisticsOrganizationsNone')} />;
  return (
    <Figure
      title={title}
      finding={counted('statisticsOrganizations', first.total, first.name)}
      table={tableOf(topics, rows, text('statisticsOrganizationsCaption'))}
    >
      <TopicRows rows={rows} />
    </Figure>
  );
}
