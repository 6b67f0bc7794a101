import type { ComponentChildren, JSX } from 'preact';
import type { Mark } from '../../papers/search/marks';
import { Marked } from '../marked';
import { Lazy, useLazy } from './lazy';
import { needsTex } from './needs-tex';

const renderer = new Lazy('rich text', () => import('./tex-text'));

interface RichProps {
  readonly text: string;
  /** What was found in the text, to be marked. */
  readonly marks?: readonly Mark[] | undefined;
}

function Rich(props: RichProps & { readonly isInline: boolean }): ComponentChildren {
  const { text, marks = [], isInline } = props;
  const loaded = useLazy(renderer, needsTex(text));
  if (loaded) return <loaded.TexText text={text} marks={marks} isInline={isInline} />;
  return marks.length ? <Marked text={text} marks={marks} /> : text;
}

/** The title of a paper, plain at first and with its LaTeX drawn once that is loaded; it may stand in a button or link. */
export function RichTitle(props: RichProps): JSX.Element {
  return <Rich {...props} isInline={true} />;
}

/** An abstract or summary, plain at first and with its LaTeX drawn once that is loaded. */
export function RichText({ text }: { readonly text: string }): JSX.Element {
  return <Rich text={text} isInline={false} />;
}
