import type { JSX } from 'preact';
import type { Mark } from '../../papers/search/marks';
import { Marked } from '../paper/marked';
import { Lazy, useLazy } from './lazy';
import { needsTex } from './needs-tex';

const renderer = new Lazy('rich text', () => import('./tex-text'));

const none: readonly Mark[] = [];

function Rich(props: {
  readonly text: string;
  readonly isInline: boolean;
  readonly marks: readonly Mark[];
}): JSX.Element {
  const loaded = useLazy(renderer, needsTex(props.text));
  return loaded ? <loaded.TexText {...props} /> : <Marked {...props} />;
}

/**
 * The title of a paper, plain at first and with its LaTeX drawn once that is loaded; it may stand in
 * a button or link.
 * @param props.marks What a search has found in the title as it is written.
 */
export function RichTitle(props: {
  readonly text: string;
  readonly marks?: readonly Mark[];
}): JSX.Element {
  return <Rich text={props.text} isInline={true} marks={props.marks ?? none} />;
}

/** An abstract or summary, plain at first and with its LaTeX drawn once that is loaded. */
export function RichText({ text }: { readonly text: string }): JSX.Element {
  return <Rich text={text} isInline={false} marks={none} />;
}
