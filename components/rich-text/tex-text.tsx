import type { JSX } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { type DrawFormula, formulaClass, formulas } from './formulas';
import { useLazy } from './lazy';
import { type TexPart, texParts } from './tex-parts';

interface Look {
  /** Absent while it is loaded: formulas are shown as they are written. */
  readonly draw: DrawFormula | undefined;
  /** Whether all is one line inside something else: no links, no formulas in lines of their own. */
  readonly isInline: boolean;
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

function Part({ part, look }: { readonly part: TexPart; readonly look: Look }): JSX.Element {
  if (part.kind === 'text') return <>{part.text}</>;
  if (part.kind === 'math') return <Formula part={part} look={look} />;
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

/** A text with its LaTeX drawn. Load it when there is some: see `RichText`. */
export function TexText(props: { readonly text: string; readonly isInline: boolean }): JSX.Element {
  const parts = useMemo(() => texParts(props.text), [props.text]);
  const engine = useLazy(formulas, parts.some(holdsMath));
  const look = { draw: engine?.formulaNode, isInline: props.isInline };
  return <Parts parts={parts} look={look} />;
}

function holdsMath(part: TexPart): boolean {
  return part.kind === 'math' || ('parts' in part && part.parts.some(holdsMath));
}
