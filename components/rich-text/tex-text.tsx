import type { JSX } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Mark } from '../../papers/search/marks';
import { Marked, marksWithin } from '../marked';
import { type DrawFormula, formulaClass, formulas } from './formulas';
import { useLazy } from './lazy';
import { type TexPart, texParts } from './tex-parts';

interface Look {
  /** Absent while it is loaded: formulas are shown as they are written. */
  readonly draw: DrawFormula | undefined;
  /** Whether all is one line inside something else: no links, no formulas in lines of their own. */
  readonly isInline: boolean;
  /** What to mark, in the offsets of the whole text as it is written. */
  readonly marks: readonly Mark[];
}

type MathPart = Extract<TexPart, { kind: 'math' }>;

function Formula({ part, look }: { readonly part: MathPart; readonly look: Look }): JSX.Element {
  const isDisplay = part.isDisplay && !look.isInline;
  const { draw } = look;
  const node = useMemo(() => draw?.(part.tex, isDisplay), [draw, part.tex, isDisplay]);
  const ref = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (node) ref.current?.replaceChildren(node);
  }, [node]);
  if (!draw) return <>{part.source}</>;
  if (!node) return <code class="tex">{part.source}</code>;
  return <span ref={ref} class={formulaClass(node, isDisplay)} dir="ltr" />;
}

const elements = { strong: 'strong', emphasis: 'em', code: 'code', group: 'span' } as const;

function Parts(props: {
  readonly parts: readonly TexPart[];
  readonly at: number;
  readonly look: Look;
}): JSX.Element {
  let next = props.at;
  const drawn = props.parts.map((part, index) => {
    const at = next;
    next += part.source.length;
    return <Part key={index} part={part} at={at} look={props.look} />;
  });
  return <>{drawn}</>;
}

interface PartProps {
  readonly part: TexPart;
  /** Where it begins in the text as it is written. */
  readonly at: number;
  readonly look: Look;
}

function Part({ part, at, look }: PartProps): JSX.Element {
  const marks = marksWithin(look.marks, at, part.source.length);
  if (part.kind === 'text') {
    if (marks.length === 0) return <>{part.text}</>;
    return <Marked text={part.source} marks={marks} draw={plainText} />;
  }
  if (part.kind === 'math') {
    const formula = <Formula part={part} look={look} />;
    return marks.length ? <mark>{formula}</mark> : formula;
  }
  // What stands in braces ends before the last of them.
  const within = at + part.source.length - 1 - sourceLength(part.parts);
  const words = <Parts parts={part.parts} at={within} look={look} />;
  if (part.kind === 'link') {
    if (look.isInline) return words;
    return (
      <a href={part.href} target="_blank" rel="noreferrer noopener">
        {words}
      </a>
    );
  }
  const Element = elements[part.kind];
  return <Element>{words}</Element>;
}

/** What is shown for a piece of text that holds no formula. */
function plainText(piece: string): string {
  return texParts(piece)
    .map((part) => (part.kind === 'text' ? part.text : part.source))
    .join('');
}

function sourceLength(parts: readonly TexPart[]): number {
  return parts.reduce((length, { source }) => length + source.length, 0);
}

/**
 * A text with its LaTeX drawn. Load it when there is some: see `RichText`.
 * Marks go around formulas that they touch, and around the words of commands, never into them.
 */
export function TexText(props: {
  readonly text: string;
  readonly isInline: boolean;
  readonly marks?: readonly Mark[];
}): JSX.Element {
  const { text, isInline, marks = [] } = props;
  const parts = useMemo(() => texParts(text), [text]);
  const engine = useLazy(formulas, parts.some(holdsMath));
  return <Parts parts={parts} at={0} look={{ draw: engine?.formulaNode, isInline, marks }} />;
}

function holdsMath(part: TexPart): boolean {
  return part.kind === 'math' || ('parts' in part && part.parts.some(holdsMath));
}
