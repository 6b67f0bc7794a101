import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { number, text } from '../../lib/text';
import type { MonthTally } from '../../papers/statistics/month';
import { readingTimeOf } from '../../papers/statistics/reading-time';
import { Figure } from './figure';
import { Plot } from './plot';
import type { PlotData } from './plot-options';
import { readingTimeFinding } from './words';

function bucketName(from: number, to: number): string {
  if (to === Number.POSITIVE_INFINITY) return text('statisticsOver', from - 1);
  return from === to ? number(from) : text('statisticsRange', from, to);
}

/** How many days papers waited until they were read. */
export function ReadingTimeFigure(props: { readonly months: readonly MonthTally[] }): JSX.Element {
  const time = useMemo(() => readingTimeOf(props.months), [props.months]);
  const { buckets, quartiles } = time;
  const data = useMemo((): PlotData => {
    const values = buckets.map(({ papers }) => papers);
    const labels = buckets.map(({ from, to }) => bucketName(from, to));
    return { labels, axes: 'both', series: [{ values, shape: 'wide bars', ink: 'middle' }] };
  }, [buckets]);
  const table = {
    caption: text('statisticsDelaysCaption'),
    columns: [text('statisticsDelaysColumn'), text('statisticsPapersColumn')],
    rows: buckets.map(({ papers }, at) => [data.labels[at] ?? '', papers]),
  };
  return (
    <Figure
      title={text('statisticsDelaysTitle')}
      finding={readingTimeFinding(time)}
      {...(quartiles ? { table } : {})}
    >
      <Plot data={data} height={180} />
      <p class="key">{text('statisticsDelaysCaption')}</p>
    </Figure>
  );
}
