import 'uplot/dist/uPlot.min.css';
import '../../assets/statistics.css';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { Figure, Key } from '../../components/statistics/figure';
import { Plot } from '../../components/statistics/plot';
import type { PlotData } from '../../components/statistics/plot-options';
import { rounded } from '../../components/statistics/words';
import { counted, shortDay, text } from '../../lib/text';
import { firstOnes, type Replayed, replayDays } from '../../store/ranking/replay';
import type { OptionsService } from './service';

/** Of fewer days a sentence says it all. */
const leastDrawn = 3;

/** How many a row of days has kept of the first ones, for a sentence. */
function meanOf(numbers: readonly number[]): number {
  return rounded(numbers.reduce((sum, one) => sum + one, 0) / numbers.length);
}

function Drawn({ days }: { readonly days: readonly Replayed[] }): JSX.Element {
  const [likely, upvotes] = [
    days.map((day) => day.likely),
    days.map((day) => day.upvotes),
  ] as const;
  const labels = days.map(({ day }) => shortDay(day, Date.now()));
  const data = useMemo(
    (): PlotData => ({
      labels,
      axes: 'both',
      top: firstOnes,
      series: [
        { values: upvotes, shape: 'dashes', ink: 'weak' },
        { values: likely, shape: 'line', ink: 'strong' },
      ],
    }),
    [days],
  );
  const names = [text('howWellLikely'), text('howWellUpvotes')] as const;
  return (
    <Figure
      title={text('howWellTitle')}
      finding={counted('howWellFinding', days.length, meanOf(likely), meanOf(upvotes))}
      {...(days.length < leastDrawn
        ? {}
        : {
            table: {
              caption: text('howWellCaption'),
              columns: [text('howWellDay'), ...names],
              rows: days.map((day, at) => [labels[at] ?? '', day.likely, day.upvotes]),
            },
          })}
    >
      <Plot data={data} height={160} />
      <Key
        entries={[
          ['line', names[0]],
          ['dashes', names[1]],
        ]}
      />
    </Figure>
  );
}

/** How often what would have stood first on the reader's own past days was kept, against the upvotes. */
export function RankingAccuracy({ service }: { readonly service: OptionsService }): JSX.Element {
  const days = useSignal<readonly Replayed[] | undefined>(undefined);
  useEffect(() => {
    const stopping = new AbortController();
    void service.attempt(async () => {
      const replayed = await replayDays(stopping.signal);
      if (!stopping.signal.aborted) days.value = replayed;
    });
    return () => stopping.abort();
  }, [service]);
  if (!days.value) return <progress aria-label={text('loading')} />;
  if (!days.value.length) return <p class="quiet">{text('howWellNone')}</p>;
  return (
    <div class="statistics">
      <Drawn days={days.value} />
    </div>
  );
}
