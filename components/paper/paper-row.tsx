import type { ComponentChildren, JSX, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { isSaved } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import { PaperMeta } from './paper-meta';
import { StatusMark } from './status-mark';

/** One paper of a list; `children` are its opened part. */
export interface PaperRowProps {
  readonly paper: PaperRecord;
  readonly now: number;
  readonly isOpen: boolean;
  readonly onToggle: (id: string) => void;
  /** In place of the title as it is written, once it can be drawn. */
  readonly title?: ComponentChildren;
  /** Where else the words were found. */
  readonly line?: ComponentChildren;
  /** How likely it is, and what rules say of it. */
  readonly remarks?: ComponentChildren;
  /** In place of the shape that says where the paper stands. */
  readonly status?: ComponentChildren;
  /** What can be done at once with a paper that is not saved. */
  readonly quick?: ComponentChildren;
  readonly children?: ComponentChildren;
  /** Where something else is to reach it. */
  readonly refs?:
    | {
        readonly row: RefObject<HTMLLIElement | null>;
        readonly open: RefObject<HTMLButtonElement | null>;
      }
    | undefined;
}

/** Whether a click on the row was meant for the row: not for a control in it, nor to mark text. */
function isForRow(event: MouseEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  return !target?.closest('button, a') && !getSelection()?.toString();
}

/** A paper in a list: closed it takes two or three lines, opened it shows `children` below. */
export function PaperRow(props: PaperRowProps): JSX.Element {
  const { paper, isOpen, onToggle, refs } = props;
  const toggle = () => onToggle(paper.id);
  const wasOpen = useRef(isOpen);
  useLayoutEffect(() => {
    // One that is drawn open stays where it is.
    if (isOpen && !wasOpen.current) refs?.row.current?.scrollIntoView({ block: 'nearest' });
    wasOpen.current = isOpen;
  }, [isOpen]);
  return (
    <li
      ref={refs?.row ?? null}
      data-paper={paper.id}
      data-state={paper.state}
      class={isOpen ? 'row open' : 'row'}
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the title's button does the same by keyboard. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a larger target for the button in it. */}
      <div class="head" onClick={(event) => isForRow(event) && toggle()}>
        {props.status ?? <StatusMark state={paper.state} />}
        <div class="summary">
          <h3>
            <button
              ref={refs?.open ?? null}
              type="button"
              data-action="open"
              aria-expanded={isOpen}
              onClick={toggle}
              dir="auto"
            >
              {props.title ?? paper.title ?? paper.id}
            </button>
          </h3>
          {props.line && (
            <p class="line" dir="auto">
              {props.line}
            </p>
          )}
          <PaperMeta paper={paper} now={props.now} remarks={props.remarks} isOwnFirst={!isOpen} />
        </div>
        {!isSaved(paper.state) && props.quick}
      </div>
      {isOpen && props.children}
    </li>
  );
}
