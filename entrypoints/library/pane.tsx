import type { JSX } from 'preact';
import { PaperActions } from '../../components/library/paper-actions';
import { ReadingPane } from '../../components/library/reading-pane';
import { text } from '../../lib/text';
import type { PaperRecord } from '../../papers/record';
import type { Desk } from './desk';
import { take } from './taking';

function Actions(props: { readonly desk: Desk; readonly paper: PaperRecord }): JSX.Element {
  const { desk, paper } = props;
  const { service, deeds } = desk;
  const ids = [paper.id];
  return (
    <PaperActions
      paper={paper}
      now={Date.now()}
      onSave={() => void deeds.change(ids, { kind: 'state', to: 'unread' })}
      onStar={(on) => void deeds.change(ids, { kind: 'star', on })}
      onQueue={(on) => void deeds.change(ids, { kind: 'queue', on })}
      onSnooze={(until) => void deeds.change(ids, { kind: 'snooze', until })}
      onWake={() => void deeds.change(ids, { kind: 'state', to: 'unread' })}
      onCopy={(as) => void take(service, ids, as)}
      onDismiss={() => void deeds.change(ids, { kind: 'state', to: 'dismissed' })}
      onRemove={() => void deeds.change(ids, { kind: 'state', to: 'deleted' })}
      onRestore={() => void deeds.change(ids, { kind: 'restore' })}
    />
  );
}

/** The paper under the cursor, or what to do to see one. */
export function Pane({ desk }: { readonly desk: Desk }): JSX.Element {
  const { service, deeds } = desk;
  const { opened, tags } = service.state;
  const shown = opened.value;
  if (!shown) return <p class="quiet nothing">{text('paneEmpty')}</p>;
  const { id, record } = shown;
  return (
    <ReadingPane
      key={id}
      paper={record}
      details={shown.details}
      note={shown.note}
      knownTags={tags.value}
      now={Date.now()}
      onTags={(to) => deeds.change([id], { kind: 'tags', to })}
      onNote={(words, base) => deeds.saveNote(id, words, base)}
      onStatus={(to) => void deeds.change([id], { kind: 'state', to })}
      onVisit={() => void deeds.visited(id)}
      onClose={() => void service.open(undefined)}
      actions={<Actions desk={desk} paper={record} />}
    />
  );
}
