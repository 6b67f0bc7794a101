import { signal } from '@preact/signals';
import { createRef, type RefObject } from 'preact';
import { type PaperControls, paperControls } from '../../../components/paper/paper-controls';

/** The buttons of a row, by what they do. */
export type RowButton = 'open' | 'status' | 'save' | 'dismiss';

/** What keys reach in a row and in its opened part; each is there while it is drawn. */
export interface Row
  extends PaperControls,
    Readonly<Record<RowButton, RefObject<HTMLButtonElement | null>>> {
  readonly row: RefObject<HTMLLIElement | null>;
}

/** The rows of the popup, wherever they stand in it. */
export class RowRefs {
  readonly #rows = new Map<string, Row>();
  readonly #opened = signal<ReadonlySet<string>>(new Set());

  /** The refs of a row, to be given to what draws it. */
  of(id: string): Row {
    const known = this.#rows.get(id);
    if (known) return known;
    const [open, status] = [createRef<HTMLButtonElement>(), createRef<HTMLButtonElement>()];
    const [save, dismiss] = [createRef<HTMLButtonElement>(), createRef<HTMLButtonElement>()];
    const made = {
      ...paperControls(),
      row: createRef<HTMLLIElement>(),
      open,
      status,
      save,
      dismiss,
    };
    this.#rows.set(id, made);
    return made;
  }

  /** The ids of the rows that are drawn, from the top down. */
  drawn(within: Node = document): string[] {
    return [...this.#rows]
      .flatMap(([id, { row }]) =>
        row.current && within.contains(row.current) ? [{ id, row: row.current }] : [],
      )
      .sort((one, other) => (isBefore(one.row, other.row) ? -1 : 1))
      .map(({ id }) => id);
  }

  /** The row that an element is in. */
  around(element: Node | null): string | undefined {
    return this.drawn().find((id) => this.of(id).row.current?.contains(element));
  }

  /**
   * Notes that the opened part of a row is drawn.
   * @returns Notes that it no longer is.
   */
  holdOpened(id: string): () => void {
    this.#opened.value = new Set([...this.#opened.peek(), id]);
    return () => {
      this.#opened.value = new Set([...this.#opened.peek()].filter((one) => one !== id));
    };
  }

  /** Whether the opened part of a row is drawn; read from a signal. */
  isOpened(id: string): boolean {
    return this.#opened.value.has(id);
  }
}

function isBefore(one: Node, other: Node): boolean {
  return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
