import { linesOf } from './lines';

/** A part of a Markdown text that can be read by itself. */
export interface MarkdownPiece {
  readonly text: string;
  /** Where it begins, counted from one. */
  readonly line: number;
  /** The link definitions that it needs, wherever they stand in the text. */
  readonly definitions: string;
  /** That its lines are too long to be Markdown that anybody wrote. */
  readonly isPlain: boolean;
}

/** How long a piece is at least and at most, in characters. */
const [enough, most] = [4096, 16_384];
const longLine = 8192;

const definition = /^ {0,3}\[([^\]\n]{1,300})\]:\s*\S+.*$/;
const opener = /^(?:#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s|\S)/;

/**
 * Cuts a Markdown text where a heading, an item or a paragraph begins, never within code or a comment, into pieces
 * that are quickly read.
 */
export function* markdownPieces(text: string): Generator<MarkdownPiece, void> {
  const definitions = definitionsIn(text);
  let [lines, length, first, isPlain]: [string[], number, number, boolean] = [[], 0, 1, false];
  let fence = '';
  let isComment = false;
  let wasBlank = true;
  const piece = (): MarkdownPiece => {
    const whole = lines.join('\n');
    return { text: whole, line: first, definitions: definitionsFor(whole, definitions), isPlain };
  };
  for (const { text: line, number } of linesOf(text)) {
    const isStart =
      opener.test(line) && (wasBlank || /^(?:#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s)/.test(line));
    const isFree = !fence && !isComment && isStart && length >= enough;
    const isTooLong = length + line.length > most && length > 0;
    if (isFree || isTooLong) {
      yield piece();
      [lines, length, first, isPlain] = [[], 0, number, false];
    }
    lines.push(line);
    length += line.length + 1;
    isPlain ||= line.length > longLine;
    wasBlank = line.trim() === '';
    const mark = /^\s{0,3}(```+|~~~+)/.exec(line)?.[1] ?? '';
    if (mark && !isComment) fence = fence ? (mark.startsWith(fence) ? '' : fence) : mark;
    if (!fence) isComment = (isComment || line.includes('<!--')) && !line.includes('-->');
  }
  if (length > 0) yield piece();
}

/** By label, wherever they stand: those at the end of a text are meant for all of it. */
function definitionsIn(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { text: line } of linesOf(text)) {
    const label = definition.exec(line)?.[1]?.toLowerCase();
    if (label !== undefined && !found.has(label)) found.set(label, line);
  }
  return found;
}

function definitionsFor(text: string, known: ReadonlyMap<string, string>): string {
  if (!known.size) return '';
  const labels = [...text.matchAll(/\[([^\]\n]{1,300})\]/g)].map(([, label = '']) =>
    label.toLowerCase(),
  );
  return [...new Set(labels)].flatMap((label) => known.get(label) ?? []).join('\n');
}
