/** A row as a reader meets it. */
export interface Row {
  readonly id: string;
  readonly title: string;
  /** Counted from 1, and of how many. */
  readonly place: string;
  /** What a search marks in it. */
  readonly marked: readonly string[];
  readonly line: string | undefined;
  readonly state: string;
}

/** The rows in the document, in their order. Runs in the page. */
export function readRows(): Row[] {
  return [...document.querySelectorAll<HTMLElement>('.rows > li')]
    .map((item) => ({
      at: Number(item.ariaPosInSet),
      id: item.dataset.paper ?? '',
      title: item.querySelector('h3')?.textContent ?? '',
      place: [item.ariaPosInSet, item.ariaSetSize]
        .map(Number)
        .map((at) => at.toLocaleString('en'))
        .join(' of '),
      marked: [...item.querySelectorAll('mark')].map((mark) => mark.textContent),
      line: item.querySelector('.line')?.textContent,
      state: item.querySelector<HTMLElement>('.row')?.dataset.state ?? '',
    }))
    .sort((one, other) => one.at - other.at);
}
