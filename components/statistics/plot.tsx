import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import { onThemeChange, palette } from './colours';
import { type PlotData, plotNumbers, plotOptions } from './plot-options';

/**
 * A drawing of some numbers, as wide as there is room. Nothing of it is said to a screen reader: the
 * sentence and the table beside it say the same.
 */
export function Plot(props: { readonly data: PlotData; readonly height: number }): JSX.Element {
  const { data, height } = props;
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => (ref.current ? draw(ref.current, data, height) : undefined), [data, height]);
  return (
    <div ref={ref} class="plot" dir="ltr" aria-hidden="true" style={{ height: `${height}px` }} />
  );
}

/** Draws as soon as the element has a width, and again whenever the width or the theme changes. */
function draw(element: HTMLElement, data: PlotData, height: number): () => void {
  let plot: uPlot | undefined;
  const font = `12px ${getComputedStyle(element).fontFamily}`;
  const observer = new ResizeObserver(([entry]) => {
    const width = Math.floor(entry?.contentRect.width ?? 0);
    if (width === 0) return;
    if (plot) plot.setSize({ width, height });
    else {
      const options = plotOptions(data, { width, height }, () => palette(element), font);
      plot = new uPlot(options, plotNumbers(data), element);
    }
  });
  observer.observe(element);
  const endTheme = onThemeChange(() => plot?.redraw(false));
  return () => {
    observer.disconnect();
    endTheme();
    plot?.destroy();
  };
}
