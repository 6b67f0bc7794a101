import uPlot from 'uplot';
import { number } from '../../lib/text';
import type { Ink, Palette } from './colours';
import { type Tick, ticksOf } from './ticks';

/** One row of marks. */
export interface PlotSeries {
  readonly values: readonly (number | null)[];
  /** Wide bars stand behind narrow ones. */
  readonly shape: 'wide bars' | 'narrow bars' | 'area' | 'line' | 'dashes';
  readonly ink: Ink;
}

/** What a plot shows: a place on the x axis for each label. */
export interface PlotData {
  readonly labels: readonly string[];
  /** See `Axis` in ticks.ts. */
  readonly firstMonth?: number;
  readonly series: readonly PlotSeries[];
  /** The top of the y axis, for plots that are to be compared; else the highest value. */
  readonly top?: number;
  readonly axes: 'both' | 'x' | 'none';
}

/** Up to how many values a line has a dot at each. */
const mostDots = 36;

/** So that the highest value does not touch the edge. */
const headroom = 1.04;

const wholes = [1, 2, 5].flatMap((digit) =>
  Array.from({ length: 9 }, (_, power) => digit * 10 ** power),
);

/**
 * What uPlot needs to draw a plot.
 * @param palette Asked at every drawing, so that a redraw takes the theme's colours.
 * @param font Of the words on the axes.
 */
export function plotOptions(
  data: PlotData,
  size: { readonly width: number; readonly height: number },
  palette: () => Palette,
  font: string,
): uPlot.Options {
  const { labels, series, axes } = data;
  return {
    ...size,
    ms: 1,
    pxAlign: true,
    cursor: { show: false },
    legend: { show: false },
    padding: [6, axes === 'none' ? 0 : 8, axes === 'none' ? 1 : 0, 0],
    scales: {
      x: { time: false, range: [-0.5, labels.length - 0.5] },
      y: { range: (_plot, _low, high) => [0, Math.max(1, data.top ?? (high ?? 0) * headroom)] },
    },
    series: [{}, ...series.map((one) => seriesOptions(one, palette))],
    axes: [xAxis(data, palette, font), yAxis(data, palette, font)],
  };
}

/** The numbers of a plot, in the order uPlot takes them. */
export function plotNumbers({ labels, series }: PlotData): uPlot.AlignedData {
  const values = series.map((one) => [...one.values]);
  return [labels.map((_, at) => at), ...values] as uPlot.AlignedData;
}

function seriesOptions({ values, shape, ink }: PlotSeries, palette: () => Palette): uPlot.Series {
  const colour = (): string => palette()[ink];
  const { bars, linear } = uPlot.paths;
  const none = { points: { show: false } };
  if (shape === 'wide bars' || shape === 'narrow bars') {
    const isWide = shape === 'wide bars';
    const paths = bars?.({ size: isWide ? [0.8, 28, 1] : [0.4, 14, 1] });
    return { ...none, ...(paths ? { paths } : {}), width: 0, fill: colour, stroke: colour };
  }
  const line = {
    stroke: colour,
    width: 1.5,
    spanGaps: true,
    ...(linear ? { paths: linear() } : {}),
  };
  const dots = (most: number, fill: uPlot.Series.Fill) => ({
    points: { show: values.length <= most, size: 5, fill, stroke: colour },
  });
  if (shape === 'area')
    return { ...line, ...dots(1, colour), fill: () => palette()['waiting-soft'] };
  if (shape === 'dashes') return { ...line, ...dots(mostDots, 'transparent'), dash: [4, 3] };
  return { ...line, ...dots(mostDots, colour) };
}

function xAxis(data: PlotData, palette: () => Palette, font: string): uPlot.Axis {
  const { labels, firstMonth, axes } = data;
  const ticks = (plot: uPlot): Tick[] => {
    const [left, width] = [plot.bbox.left, plot.bbox.width].map((size) => size / devicePixelRatio);
    const right = plot.width - (left ?? 0) - (width ?? 0);
    const month = firstMonth === undefined ? {} : { firstMonth };
    return ticksOf({ labels, ...month, left: left ?? 0, width: width ?? 0, right });
  };
  return {
    show: axes !== 'none',
    font,
    size: 24,
    gap: 6,
    stroke: () => palette().middle,
    grid: { show: false },
    ticks: { show: false },
    border: { show: true, stroke: () => palette().hair, width: 1 },
    splits: (plot) => ticks(plot).map(({ at }) => at),
    values: (plot) => ticks(plot).map(({ label }) => label),
  };
}

function yAxis({ axes }: PlotData, palette: () => Palette, font: string): uPlot.Axis {
  return {
    show: axes === 'both',
    font,
    size: (_plot, values) => 14 + 7 * Math.max(1, ...(values ?? []).map((value) => value.length)),
    gap: 6,
    space: 36,
    incrs: wholes.sort((one, other) => one - other),
    stroke: () => palette().middle,
    grid: { stroke: () => palette().hair, width: 1 },
    ticks: { show: false },
    border: { show: false },
    values: (_plot, values) => values.map(number),
  };
}
