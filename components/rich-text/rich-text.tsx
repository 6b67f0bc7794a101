import type { ComponentChildren, JSX } from 'preact';
import { Lazy, useLazy } from './lazy';
import { needsTex } from './needs-tex';

const renderer = new Lazy('rich text', () => import('./tex-text'));

function Rich(props: { readonly text: string; readonly isInline: boolean }): ComponentChildren {
  const loaded = useLazy(renderer, needsTex(props.text));
  return loaded ? <loaded.TexText {...props} /> : props.text;
}

/** The title of a paper, plain at first and with its LaTeX drawn once that is loaded; it may stand in a button or link. */
export function RichTitle({ text }: { readonly text: string }): JSX.Element {
  return <Rich text={text} isInline={true} />;
}

/** An abstract or summary, plain at first and with its LaTeX drawn once that is loaded. */
export function RichText({ text }: { readonly text: string }): JSX.Element {
  return <Rich text={text} isInline={false} />;
}
