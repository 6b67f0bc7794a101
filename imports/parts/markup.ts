import { type Handler, Parser, type ParserOptions } from 'htmlparser2';

/** How much is read at once, in characters. */
const piece = 16_384;
/** How deep elements lie in each other at most: what is deeper is no document that anybody wrote. */
const mostDepth = 500;

/** What is told of a markup text, with the offset of what is told just now. */
export type MarkupHandler = Partial<Handler> & { offset?: () => number };

/**
 * Reads HTML or XML in pieces, each of which is a step. A text of elements without end in each other is given up, since
 * the parser's time grows with the square of their depth.
 * @returns Whether it was read to its end; of XML, whether it is whole.
 */
export function* markupSteps(
  text: string,
  handler: MarkupHandler,
  options: ParserOptions = {},
): Generator<undefined, boolean> {
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (...given) => {
        depth += 1;
        handler.onopentag?.(...given);
      },
      ontext: (part) => handler.ontext?.(part),
      onclosetag: (...given) => {
        depth -= 1;
        handler.onclosetag?.(...given);
      },
    },
    { decodeEntities: true, ...options },
  );
  handler.offset = () => parser.startIndex;
  for (let at = 0; at < text.length; at += piece) {
    parser.write(text.slice(at, at + piece));
    yield undefined;
    if (depth > mostDepth) return false;
  }
  const isWhole = depth === 0;
  if (!options.xmlMode) parser.end();
  return isWhole || !options.xmlMode;
}

/** Reads a short text at once. */
export function readMarkup(text: string, handler: MarkupHandler): void {
  const steps = markupSteps(text, handler);
  while (!steps.next().done);
}
