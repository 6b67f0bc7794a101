const namespace = 'http://www.w3.org/2000/svg';

/** Paths on a grid of 12, drawn with one stroke weight. */
const paths = {
  dot: 'M6 6h.01',
  half: 'M6 2.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7M6 4.3v3.4',
  tick: 'M2.5 6.5 5 9l4.5-6',
  cross: 'M3 3l6 6M9 3 3 9',
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
