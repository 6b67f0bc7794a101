/** Tells in which line of a text a place is, asked in rising order. */
export class LineCounter {
  #line = 1;
  #at = 0;

  constructor(readonly text: string) {}

  /** The line of an offset, counted from one. */
  at(offset: number): number {
    for (;;) {
      const next = this.text.indexOf('\n', this.#at);
      if (next < 0 || next >= offset) return this.#line;
      this.#line += 1;
      this.#at = next + 1;
    }
  }
}

/** A line of a text, without what ends it. */
export interface Line {
  readonly text: string;
  /** Counted from one. */
  readonly number: number;
}

/** The lines of a text, whether they end as on Unix, Windows, old Macs, or LF CR as linkding has them. */
export function* linesOf(text: string): Generator<Line, void, undefined> {
  const end = /\r\n|\n\r|\n|\r/g;
  let from = 0;
  for (let number = 1; from <= text.length; number += 1) {
    end.lastIndex = from;
    const found = end.exec(text);
    yield { text: text.slice(from, found?.index ?? text.length), number };
    if (!found) return;
    from = end.lastIndex;
  }
}
