import { type Signal, signal } from '@preact/signals';
import { createRef, type RefObject } from 'preact';
import { type PaperControls, paperControls } from '../../../components/paper/paper-controls';

/** The buttons of a row, by what they do. */
export type RowButton = 'open' | 'status' | 'save' | 'dismiss';

/** Where a row stands: a paper may have one in each place at once. */
export type RowPlace = 'page' | 'scan' | 'list';

/** What keys reach in a row and in its opened part; each is there while it is drawn. */
export interface Row
  extends PaperControls,
    Readonly<Record<RowButton, RefObject<HTMLButtonElement | null>>> {
  /** Of its paper. */
  readonly id: string;
  readonly row: RefObject<HTMLLIElement | null>;
  /** Whether its opened part is drawn. */
  readonly isOpened: Signal<boolean>;
}

/** The rows of the popup, wherever they stand in it. */
export class RowRefs {
  readonly #rows = new Map<string, Row>();

  /** The refs of a paper's row in a place, to be given to what draws it. */
  of(id: string, place: RowPlace = 'list'): Row {
    const key = `${place} ${id}`;
    const known = this.#rows.get(key);
    if (known) return known;
    const [open, status] = [createRef<HTMLButtonElement>(), createRef<HTMLButtonElement>()];
    const [save, dismiss] = [createRef<HTMLButtonElement>(), createRef<HTMLButtonElement>()];
    const made = {
      ...paperControls(),
      id,
      row: createRef<HTMLLIElement>(),
      isOpened: signal(false),
      open,
      status,
      save,
      dismiss,
    };
    this.#rows.set(key, made);
    return made;
  }

  /** The rows that are drawn, from the top down. */
  drawn(within: Node = document): Row[] {
    return [...this.#rows.values()]
      .flatMap((one) =>
        one.row.current && within.contains(one.row.current) ? [{ one, row: one.row.current }] : [],
      )
      .sort((first, other) => (isBefore(first.row, other.row) ? -1 : 1))
      .map(({ one }) => one);
  }

  /** The row that an element is in. */
  around(element: Node | null): Row | undefined {
    for (const one of this.#rows.values()) if (one.row.current?.contains(element)) return one;
    return undefined;
  }
}

function isBefore(one: Node, other: Node): boolean {
  return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
