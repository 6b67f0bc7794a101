/** So much of a note is shown formatted, in characters; more takes too long to do at once. */
const longestFormatted = 20_000;

/** Where a text can be cut at most `length` characters after a place: after a line, else between characters. */
function cut(text: string, from: number, length: number): number {
  const most = from + length;
  if (most >= text.length) return text.length;
  const line = text.lastIndexOf('\n', most - 1);
  if (line > from + length / 2) return line + 1;
  const isInCharacter = /[\udc00-\udfff]/.test(text[most] ?? '');
  return isInCharacter ? most - 1 : most;
}

/** A note's beginning, which is shown formatted, and what comes after it, in pieces of some 20 kB. */
export function notePieces(text: string): { readonly first: string; readonly rest: string[] } {
  const end = cut(text, 0, longestFormatted);
  const rest: string[] = [];
  for (let from = end; from < text.length; ) {
    const to = cut(text, from, longestFormatted);
    rest.push(text.slice(from, to));
    from = to;
  }
  return { first: text.slice(0, end), rest };
}
