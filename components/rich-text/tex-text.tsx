import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Mark } from '../../papers/search/marks';
import { Marked } from '../paper/marked';
import { type DrawFormula, formulaClass, formulas } from './formulas';
import { useLazy } from './lazy';
import { type TexPart, texParts } from './tex-parts';

interface Look {
  /** Absent while it is loaded: formulas are shown as they are written. */
  readonly draw: DrawFormula | undefined;
  /** Whether all is one line inside something else: no links, no formulas in lines of their own. */
  readonly isInline: boolean;
  /** What was found in the text as it is written. */
  readonly marks: readonly Mark[];
}

/** The marks within a part, counted from its beginning. */
function marksIn({ at, source }: TexPart, marks: readonly Mark[]): Mark[] {
  return marks
    .map(({ start, end }) => ({
      start: Math.max(start - at, 0),
      end: Math.min(end - at, source.length),
    }))
    .filter(({ start, end }) => start < end);
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

const elements = {
  strong: 'strong',
  emphasis: 'em',
  code: 'code',
  above: 'sup',
  below: 'sub',
  group: 'span',
} as const;

function Parts(props: { readonly parts: readonly TexPart[]; readonly look: Look }): JSX.Element {
  return (
    <>
      {props.parts.map((part, index) => (
        <Part key={index} part={part} look={props.look} />
      ))}
    </>
  );
}

function Part(props: { readonly part: TexPart; readonly look: Look }): ComponentChildren {
  const { part, look } = props;
  if (part.kind === 'text' && part.text === part.source)
    return <Marked text={part.text} marks={marksIn(part, look.marks)} />;
  if (part.kind === 'text' || part.kind === 'math') {
    const whole = part.kind === 'text' ? part.text : <Formula part={part} look={look} />;
    return marksIn(part, look.marks).length > 0 ? <mark>{whole}</mark> : whole;
  }
  const words = <Parts parts={part.parts} look={look} />;
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

/**
 * A text with its LaTeX drawn. Load it when there is some: see `RichText`. What was found in a
 * formula or a command marks it as a whole.
 */
export function TexText(props: {
  readonly text: string;
  readonly isInline: boolean;
  readonly marks: readonly Mark[];
}): JSX.Element {
  const { text, isInline, marks } = props;
  const parts = useMemo(() => texParts(text), [text]);
  const engine = useLazy(formulas, parts.some(holdsMath));
  return <Parts parts={parts} look={{ draw: engine?.formulaNode, isInline, marks }} />;
}

function holdsMath(part: TexPart): boolean {
  return part.kind === 'math' || ('parts' in part && part.parts.some(holdsMath));
}
