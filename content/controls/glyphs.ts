const namespace = 'http://www.w3.org/2000/svg';

/** Paths on a grid of 12, drawn with one stroke weight; `half` is a ring of that weight, half filled. */
const paths = {
  dot: 'M6 6h.01',
  half: 'M6 2a4 4 0 1 0 0 8a4 4 0 1 0 0-8zM6 3.4a2.6 2.6 0 0 1 0 5.2z',
  tick: 'M2.5 6.5 5 9l4.5-6',
  cross: 'M3 3l6 6M9 3 3 9',
  lines: 'M2 3h8M2 6h8M2 9h5',
  back: 'M5 3 2 6l3 3M2 6h8',
  bars1: 'M2.5 10V7.5M6 10h.01M9.5 10h.01',
  bars2: 'M2.5 10V7.5M6 10V5M9.5 10h.01',
  bars3: 'M2.5 10V7.5M6 10V5M9.5 10V2.5',
} as const;

/** The name of a drawing. */
export type Glyph = keyof typeof paths;

/** A drawing for a button; the button's name says what it means. */
export function glyph(document: Document, name: Glyph): SVGElement {
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 12 12');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', name);
  const line = document.createElementNS(namespace, 'path');
  line.setAttribute('d', paths[name]);
  svg.append(line);
  return svg;
}
