import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { PaperMeta, TagLine } from '../../../components/paper/paper-meta';
import { StatusMark } from '../../../components/paper/status-mark';
import { WorkMarks } from '../../../components/paper/work-marks';
import { RichTitle } from '../../../components/rich-text/rich-text';
import { memo } from '../../../components/ui/memo';
import { text } from '../../../lib/text';
import type { PaperRecord } from '../../../papers/record';
import type { Mark, MarkedLine } from '../../../papers/search/marks';
import type { Likely } from '../../shared/likely/likely';
import { Remarks } from '../../shared/likely/mark';
import { useDragging } from './dragging';
import type { RowLinks } from './row-links';

/** What a search found in a paper. */
export interface RowMarks {
  readonly title: readonly Mark[];
  readonly line?: MarkedLine | undefined;
}

/** One row of the library. */
export interface LibraryRowProps {
  /** Where the row's link is to be found by. */
  readonly links: RowLinks;
  /** Absent until it was read. */
  readonly paper: PaperRecord | undefined;
  readonly marks: RowMarks | undefined;
  /** What rules say of it; see `reasonOf`. */
  readonly reason: string | undefined;
  /** Knows how likely papers are. */
  readonly likely: Likely;
  /** Whether it was drawn from lower down of the order "for you". */
  readonly widens: boolean;
  readonly address: string;
  readonly now: number;
  readonly isCurrent: boolean;
  /** Of all rows one can be reached with Tab; the arrow keys lead on from there. */
  readonly isTabStop: boolean;
  readonly isSelected: boolean;
  readonly isSelecting: boolean;
  readonly onOpen: (isKey: boolean) => void;
  /** @param isRange Whether everything from the last one selected on is meant. */
  readonly onSelect: (isRange: boolean) => void;
  /** Whether the list has an order that can be changed. */
  readonly isOrderable: boolean;
  /** Told which paper was dropped on this one. */
  readonly onDrop: (dropped: string) => void;
}

/** Whether a click or key asks the browser for a new tab or window. */
function isForBrowser(event: MouseEvent | KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || ('button' in event && event.button !== 0);
}

function Title(props: LibraryRowProps & { readonly paper: PaperRecord }): JSX.Element {
  const { links, paper, marks, isCurrent, onOpen } = props;
  const title = paper.title ?? paper.id;
  const link = useRef<HTMLAnchorElement>(null);
  useLayoutEffect(() => {
    const { current } = link;
    if (!current) return;
    links.hold(paper.id, current);
    return () => links.drop(paper.id, current);
  }, [links, paper.id]);
  return (
    <h3>
      <a
        ref={link}
        href={props.address}
        dir="auto"
        data-action="open"
        tabIndex={props.isTabStop ? undefined : -1}
        aria-current={isCurrent ? 'true' : undefined}
        onClick={(event) => {
          if (isForBrowser(event) || event.shiftKey) return;
          event.preventDefault();
          onOpen(false);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || isForBrowser(event)) return;
          event.preventDefault();
          onOpen(true);
        }}
      >
        <RichTitle text={title} {...(marks && { marks: marks.title })} />
      </a>
    </h3>
  );
}

function Picker(props: LibraryRowProps & { readonly paper: PaperRecord }): JSX.Element {
  const { paper, isSelected, isTabStop, onSelect } = props;
  const isRange = useRef(false);
  return (
    <label class="picker">
      <input
        type="checkbox"
        checked={isSelected}
        tabIndex={isTabStop ? undefined : -1}
        aria-label={text('selectName', paper.title ?? paper.id)}
        onClick={({ shiftKey }) => {
          isRange.current = shiftKey;
        }}
        onChange={() => onSelect(isRange.current)}
      />
    </label>
  );
}

/** What does not change with what is looked for. */
const Under = memo(
  function Under({ paper, now, reason, likely, widens }: UnderProps): JSX.Element {
    return (
      <div class="under">
        <PaperMeta
          paper={paper}
          now={now}
          remarks={
            <>
              <WorkMarks paper={paper} />
              <Remarks likely={likely} id={paper.id} widens={widens} reason={reason} />
            </>
          }
        />
        <TagLine tags={paper.tags} />
      </div>
    );
  },
  ['paper', 'now', 'reason', 'widens'],
);

type UnderProps = Pick<LibraryRowProps, 'now' | 'reason' | 'likely' | 'widens'> & {
  readonly paper: PaperRecord;
};

function Row(props: LibraryRowProps): JSX.Element {
  const { paper, marks, isCurrent, isSelected, isSelecting, onSelect, onOpen } = props;
  const { handlers, isOver } = useDragging(
    paper?.id ?? '',
    props.isOrderable ? props.onDrop : undefined,
  );
  if (!paper) return <div class="row waiting" />;
  const kind = [
    'row',
    isOver && 'over',
    isCurrent && 'current',
    isSelected && 'selected',
    isSelecting && 'selecting',
  ];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the title's link does the same by keyboard.
    // biome-ignore lint/a11y/noStaticElementInteractions: a larger target for the link in it.
    <div
      class={kind.filter(Boolean).join(' ')}
      data-state={paper.state}
      {...handlers}
      onClick={(event) => {
        const target = event.target instanceof Element ? event.target : null;
        if (target?.closest('input, label')) return;
        const link = target?.closest('a');
        if (event.shiftKey || ((event.ctrlKey || event.metaKey) && !link)) {
          event.preventDefault();
          getSelection()?.removeAllRanges();
          onSelect(event.shiftKey);
        } else if (!link && !getSelection()?.toString()) onOpen(false);
      }}
    >
      <Picker {...props} paper={paper} />
      <StatusMark state={paper.state} />
      <div class="summary">
        <Title {...props} paper={paper} />
        {marks?.line && (
          <p class="line" dir="auto">
            <RichTitle text={marks.line.text} marks={marks.line.marks} />
          </p>
        )}
        <Under {...props} paper={paper} />
      </div>
    </div>
  );
}

/**
 * A paper in the library's list: title, where the words were found, who and when. Drawn anew only
 * when something it shows has changed, since a list that is scrolled asks for it at every frame;
 * what it does stays the same for its paper.
 */
export const LibraryRow = memo(Row, [
  'paper',
  'marks',
  'reason',
  'widens',
  'address',
  'now',
  'isCurrent',
  'isTabStop',
  'isSelected',
  'isSelecting',
  'isOrderable',
]);
