import type { JSX } from 'preact';

/** Paths on a grid of 16, drawn with one stroke weight. */
const paths = {
  dot: 'M8 8h.01',
  star: 'M8 2l2 4 4 .5-3 3 1 4-4-2-4 2 1-4-3-3 4-.5z',
  half: 'M8 3.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9zM8 5v6a3 3 0 0 0 0-6z',
  moon: 'M13 9.8A5.4 5.4 0 1 1 6.2 3a4.4 4.4 0 0 0 6.8 6.8z',
  tick: 'M3 8.5 6.5 12 13 4.5',
  cross: 'M4 4l8 8M12 4l-8 8',
  gear: 'M8 5.6a2.4 2.4 0 1 0 0 4.8a2.4 2.4 0 1 0 0-4.8zM8 1.5v2M8 12.5v2M1.5 8h2M12.5 8h2M3.4 3.4l1.4 1.4M11.2 11.2l1.4 1.4M12.6 3.4l-1.4 1.4M4.8 11.2l-1.4 1.4',
  out: 'M5 11 11.5 4.5M6 4.5h5.5V10',
  upvote: 'M8 3.5 13 12H3z',
  comment: 'M2.5 3.5h11v8h-6L4.5 14v-2.5h-2z',
  code: 'M5.5 4.5 2 8l3.5 3.5M10.5 4.5 14 8l-3.5 3.5',
  note: 'M3.5 2.5h9v11h-9zM6 6h4M6 9h4',
} as const;

/** The name of a drawing. */
export type IconName = keyof typeof paths;

/** A drawing beside a word or inside a named control; it has no name of its own. */
export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
