import type { JSX } from 'preact';

/** The drawings that a smart list may have, on a grid of 16. */
const paths = {
  list: 'M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.01M2.5 8h.01M2.5 12h.01',
  star: 'M8 2.5l1.7 3.6 3.8.5-2.8 2.7.7 3.9L8 11.3l-3.4 1.9.7-3.9L2.5 6.6l3.8-.5z',
  book: 'M8 4.5C6.5 3.3 4.5 3 2.5 3v9.5c2 0 4 .3 5.5 1.5 1.5-1.2 3.5-1.5 5.5-1.5V3c-2 0-4 .3-5.5 1.5zM8 4.5V14',
  clock: 'M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11zM8 5v3l2 1.5',
  flask: 'M6.5 2.5h3M7 2.5v4L3.5 13h9L9 6.5v-4M5.2 10h5.6',
  people:
    'M6 3.5a2.2 2.2 0 1 0 0 4.4a2.2 2.2 0 1 0 0-4.4zM2 13c0-2.4 1.6-3.8 4-3.8s4 1.4 4 3.8M10.5 4a2 2 0 0 1 0 3.8M11.8 9.5c1.4.5 2.2 1.7 2.2 3.5',
  flag: 'M4 14V2.5M4 3h8l-1.8 2.8L12 8.5H4',
  bolt: 'M9 2 3.5 9H8l-1 5 5.5-7H8z',
} as const;

/** The name of a drawing. */
export type ListIconName = keyof typeof paths;

/** Every drawing a list may have. */
export const listIcons = Object.keys(paths) as readonly ListIconName[];

/** The drawing beside a smart list; one that is not known is drawn as a list. */
export function ListIcon({ name }: { readonly name: string }): JSX.Element {
  const known = listIcons.find((icon) => icon === name) ?? 'list';
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[known]} />
    </svg>
  );
}
