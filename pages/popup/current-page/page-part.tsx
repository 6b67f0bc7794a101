import type { JSX } from 'preact';
import type { LazyParts } from '../lazy-parts';
import type { RowsProps } from '../list/panel';
import { Pinned } from './pinned';

/** The paper whose page is in the current tab. */
export function PagePart(
  props: Pick<RowsProps, 'service' | 'actions'> & {
    readonly parts: Pick<LazyParts, 'papers' | 'rows' | 'rules' | 'likely' | 'remarks' | 'Opened'>;
  },
): JSX.Element | null {
  const { service, actions, parts } = props;
  const pinned = service.state.paper.value;
  if (!pinned) return null;
  const { papers, rows, rules, likely, remarks, Opened } = parts;
  return (
    <Pinned
      key={pinned.id}
      rows={rows}
      pinned={pinned}
      now={Date.now()}
      remarks={pinned.paper && remarks(pinned.paper)}
      onDecide={actions.decide}
      onStatus={actions.setStatus}
      onSave={() => void papers.saveAddress(pinned)}
      opened={(paper) => (
        <Opened
          {...{ service, papers, rules, likely, paper }}
          row={rows.of(pinned.id, 'page')}
          opened={pinned}
        />
      )}
    />
  );
}
