const steps = [1, 2, 3, 4, 6, 12, 24, 36, 60, 120];

/** Of the words on an axis, in px: a little more than most letters have. */
const characterWidth = 6.2;
const gap = 8;

/** An axis of places that are labelled, as wide as it is drawn. */
export interface Axis {
  readonly labels: readonly string[];
  /** Of an axis of months: the number of the first one in its year, so that years are preferred. */
  readonly firstMonth?: number;
  /** In px, the room for a label that hangs over either end included. */
  readonly width: number;
  readonly left: number;
  readonly right: number;
}

/** A place that gets a label. */
export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** Labels as many places as there is room for, evenly apart; of months, whole years by the year alone. */
export function ticksOf(axis: Axis): Tick[] {
  const { labels, firstMonth } = axis;
  for (const step of steps) {
    const isByYear = firstMonth !== undefined && step % 12 === 0;
    const found = labels
      .map((label, at) => ({ at, label: isByYear ? yearOf(label) : label }))
      .filter(({ at }) => ((firstMonth ?? 0) + at) % step === 0)
      .filter((tick) => fits(axis, tick));
    const place = axis.width / labels.length;
    if (found.length && found.every((tick, at) => isClear(tick, found[at + 1], place)))
      return found;
  }
  const middle = Math.floor(labels.length / 2);
  return labels.slice(middle, middle + 1).map((label) => ({ at: middle, label }));
}

/** About how wide a label is, in px, with the room before the next one. */
function widthOf(label: string): number {
  return label.length * characterWidth + gap;
}

function isClear(tick: Tick, next: Tick | undefined, place: number): boolean {
  if (!next) return true;
  return (next.at - tick.at) * place >= (widthOf(tick.label) + widthOf(next.label)) / 2;
}

function fits({ labels, width, left, right }: Axis, { at, label }: Tick): boolean {
  const centre = ((at + 0.5) / labels.length) * width;
  const half = (widthOf(label) - gap) / 2;
  return centre - half >= -left && centre + half <= width + right;
}

/** The year of a month in words, wherever the language puts it. */
function yearOf(month: string): string {
  return month.match(/\p{Nd}{4}/u)?.[0] ?? month;
}
