import type { JSX } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { report } from '../../lib/report';
import { text as words } from '../../lib/text';
import { formulas } from './formulas';
import { Lazy, useLazy } from './lazy';
import { needsMath } from './needs-tex';
import { notePieces } from './note-pieces';

const renderer = new Lazy('notes', () => import('./markdown-node'));

/** The elements of a text; nothing while they cannot be made. */
function useElements(text: string): Node | undefined {
  const loaded = useLazy(renderer, true);
  const draw = useLazy(formulas, needsMath(text))?.formulaNode;
  return useMemo(() => {
    try {
      return loaded?.markdownNode(text, draw);
    } catch (error) {
      report('notes', error);
      return undefined;
    }
  }, [loaded, draw, text]);
}

function Plain({ text }: { readonly text: string }): JSX.Element {
  return (
    <div class="raw-note" dir="auto">
      {text}
    </div>
  );
}

function Formatted({ text }: { readonly text: string }): JSX.Element {
  const elements = useElements(text);
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (elements) ref.current?.replaceChildren(elements);
  }, [elements]);
  return elements ? <div ref={ref} class="markdown" /> : <Plain text={text} />;
}

/** A reader's note, formatted. Of a long one the beginning; the rest is shown plain when asked for. */
export function Markdown({ text }: { readonly text: string }): JSX.Element {
  const { first, rest } = useMemo(() => notePieces(text), [text]);
  const [isWhole, setWhole] = useState(false);
  return (
    <>
      <Formatted text={first} />
      {rest.length > 0 && (
        <button
          type="button"
          class="link"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {words(isWhole ? 'noteHideRest' : 'noteShowRest')}
        </button>
      )}
      {isWhole && rest.map((piece, index) => <Plain key={index} text={piece} />)}
    </>
  );
}
