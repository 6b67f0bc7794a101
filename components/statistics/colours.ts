/** What a part of a plot is drawn in; assets/statistics.css says which token each one is. */
const inks = ['strong', 'middle', 'weak', 'hair', 'waiting', 'waiting-soft'] as const;
export type Ink = (typeof inks)[number];

/** A colour for each ink, as a canvas understands it. */
export type Palette = Readonly<Record<Ink, string>>;

/** Who draws, and is to draw again when the theme changes. */
const drawing = new Set<() => void>();
let current: Palette | undefined;
let stopWatching: (() => void) | undefined;

/** The colours in force at an element: those of all plots, read once for each theme. */
export function palette(at: HTMLElement): Palette {
  current ??= readPalette(at);
  return current;
}

/**
 * Tells of every change of the theme: the system's, the reader's choice, forced colours.
 * @returns Ends it.
 */
export function onThemeChange(told: () => void): () => void {
  drawing.add(told);
  stopWatching ??= watchTheme();
  return () => {
    drawing.delete(told);
    if (drawing.size > 0) return;
    stopWatching?.();
    stopWatching = undefined;
    current = undefined;
  };
}

/**
 * Reads the tokens through `color`, since a custom property that says `light-dark()` is handed out as
 * it was written.
 */
function readPalette(at: HTMLElement): Palette {
  const probe = at.ownerDocument.createElement('span');
  probe.className = 'probe';
  at.append(probe);
  const style = getComputedStyle(probe);
  const colours = inks.map((ink) => {
    probe.style.color = `var(--plot-${ink})`;
    return [ink, style.color] as const;
  });
  probe.remove();
  return Object.fromEntries(colours) as Palette;
}

function watchTheme(): () => void {
  const changed = (): void => {
    current = undefined;
    for (const told of [...drawing]) told();
  };
  const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) =>
    matchMedia(query),
  );
  for (const query of queries) query.addEventListener('change', changed);
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => {
    for (const query of queries) query.removeEventListener('change', changed);
    observer.disconnect();
  };
}
