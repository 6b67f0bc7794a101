import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { PaperRow, type PaperRowProps } from '../../../components/paper/paper-row';
import { QuickActions, type QuickDecision } from '../../../components/paper/quick-actions';
import { StatusButton } from '../../../components/paper/status-button';
import { StatusMark } from '../../../components/paper/status-mark';
import { RichTitle } from '../../../components/rich-text/rich-text';
import { text } from '../../../lib/text';
import type { Status } from '../../../papers/paper';
import type { PaperRecord } from '../../../papers/record';
import type { RowRefs } from '../list/row-refs';
import type { PagePaper } from './page-summary';

interface Props extends Pick<PaperRowProps, 'now' | 'remarks'> {
  readonly rows: RowRefs;
  readonly onStatus: (paper: PaperRecord, to: Status) => void;
  readonly onDecide: (paper: PaperRecord, to: QuickDecision) => void;
  readonly pinned: PagePaper;
  /** Saves a paper of which nothing is stored. */
  readonly onSave: () => void;
  /** Its opened part. */
  readonly opened: (paper: PaperRecord) => ComponentChildren;
}

/** A paper of which only the address is known. */
function Unknown({ rows, pinned, onSave }: Pick<Props, 'rows' | 'pinned' | 'onSave'>): JSX.Element {
  const title = pinned.title ?? pinned.id;
  const { row, save } = rows.of(pinned.id, 'page');
  return (
    <li ref={row} class="row" data-paper={pinned.id} data-state="new">
      <div class="head">
        <StatusMark state="new" />
        <div class="summary">
          <h3 dir="auto">{title}</h3>
          {pinned.title && <p class="meta">{pinned.id}</p>}
        </div>
        <div class="quick">
          <button
            ref={save}
            type="button"
            data-action="save"
            aria-label={text('cardSaveName', title)}
            onClick={onSave}
          >
            {text('cardSave')}
          </button>
        </div>
      </div>
    </li>
  );
}

/** The paper whose page is in the current tab, on top of everything and opened. */
export function Pinned(props: Props): JSX.Element {
  const { rows, pinned, opened } = props;
  const refs = rows.of(pinned.id, 'page');
  const { paper } = pinned;
  const [isOpen, setOpen] = useState(true);
  return (
    <section class="pinned" aria-label={text('pinnedName')}>
      <h2 class="section">{text('thisPage')}</h2>
      <ul class="rows">
        {paper ? (
          <PaperRow
            {...props}
            refs={refs}
            paper={paper}
            title={<RichTitle text={paper.title ?? paper.id} />}
            isOpen={isOpen}
            onToggle={() => setOpen(!isOpen)}
            status={<StatusButton button={refs.status} paper={paper} onStatus={props.onStatus} />}
            quick={<QuickActions refs={refs} paper={paper} onDecide={props.onDecide} />}
          >
            {opened(paper)}
          </PaperRow>
        ) : (
          <Unknown {...props} />
        )}
      </ul>
    </section>
  );
}
