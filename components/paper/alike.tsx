import type { JSX } from 'preact';
import { text } from '../../lib/text';
import type { PaperId } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import { RichTitle } from '../rich-text/rich-text';
import { StatusMark } from './status-mark';

/** The papers that are like another one. */
export interface AlikeProps {
  /** The likest first; `undefined` until something was looked through. */
  readonly fresh: readonly PaperRecord[] | undefined;
  readonly own: readonly PaperRecord[] | undefined;
  /** Whether all was looked through. */
  readonly isDone: boolean;
  readonly addressOf: (id: PaperId) => string;
  /** Shows one of them, where that is not left to the link. */
  readonly onOpen?: ((id: PaperId) => void) | undefined;
  readonly onSave: (paper: PaperRecord) => void;
}

function Line({ paper, ...props }: AlikeProps & { readonly paper: PaperRecord }): JSX.Element {
  const { addressOf, onOpen, onSave } = props;
  const title = paper.title ?? paper.id;
  const isFresh = paper.state === 'new' || paper.state === 'seen';
  return (
    <li data-alike={paper.id}>
      <StatusMark state={paper.state} />
      <a
        href={addressOf(paper.id)}
        target={onOpen ? undefined : '_blank'}
        rel="noreferrer"
        dir="auto"
        onClick={(event) => {
          if (!onOpen || event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          onOpen(paper.id);
        }}
      >
        <RichTitle text={title} />
      </a>
      {isFresh && (
        <button
          type="button"
          class="plain"
          aria-label={text('cardSaveName', title)}
          onClick={() => onSave(paper)}
        >
          {text('cardSave')}
        </button>
      )}
    </li>
  );
}

/** The papers that are like one: of those that are new, and of the reader's own. */
export function Alike(props: AlikeProps): JSX.Element {
  const { fresh = [], own = [], isDone } = props;
  const parts = [
    ['alikeNew', fresh],
    ['alikeOwn', own],
  ] as const;
  const isNothing = fresh.length + own.length === 0;
  return (
    <div class="alike" aria-busy={!isDone}>
      {parts.map(
        ([heading, papers]) =>
          papers.length > 0 && (
            <div key={heading}>
              <p class="of" aria-hidden="true">
                {text(heading)}
              </p>
              <ul aria-label={text(heading)}>
                {papers.map((paper) => (
                  <Line key={paper.id} {...props} paper={paper} />
                ))}
              </ul>
            </div>
          ),
      )}
      <p role="status" class="quiet">
        {!isDone ? text('alikeLooking') : isNothing ? text('alikeNone') : ''}
      </p>
    </div>
  );
}
