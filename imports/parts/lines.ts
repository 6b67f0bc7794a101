/** Tells in which line of a text a place is, asked in rising order. */
export class LineCounter {
  #line = 1;
  /** Where the line ends; looked for once, since a file of one line is looked through to its end for it. */
  #end: number;

  constructor(readonly text: string) {
    this.#end = endFrom(text, 0);
  }

  /** The line of an offset, counted from one. */
  at(offset: number): number {
    while (this.#end < offset) {
      this.#line += 1;
      this.#end = endFrom(this.text, this.#end + 1);
    }
    return this.#line;
  }
}

/** How far back the beginning of a line is looked for, in characters; a whole file may be one line. */
const nearby = 1000;

/** Tells whether the line that a place is in begins with a sign. */
export function isBehindSign(text: string, at: number, sign: string): boolean {
  const before = text.slice(Math.max(0, at - nearby), at);
  const start = before.lastIndexOf('\n') + 1;
  return (start > 0 || at <= nearby) && before.slice(start).trimStart().startsWith(sign);
}

function endFrom(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
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
