import type { JSX } from 'preact';
import type { LazyParts } from '../lazy-parts';
import type { RowsProps } from '../list/panel';
import { OtherPagePart } from './other-page-part';
import { Pinned } from './pinned';

/** The paper whose page is in the current tab; and what can be done with a page that Offprint is not on. */
export function PagePart(
  props: Pick<RowsProps, 'service' | 'actions'> & {
    readonly parts: Pick<LazyParts, 'currentTab' | 'papers' | 'reader' | 'rules' | 'Opened'>;
  },
): JSX.Element {
  const { service, actions, parts } = props;
  const pinned = service.state.paper.value;
  const { currentTab, papers, reader, rules, Opened } = parts;
  const other = currentTab.other.value;
  return (
    <>
      {pinned && (
        <Pinned
          key={pinned.id}
          pinned={pinned}
          now={Date.now()}
          reason={pinned.paper && rules.reasonOf(pinned.paper)}
          onDecide={actions.decide}
          onStatus={actions.setStatus}
          onSave={() => void papers.saveAddress(pinned)}
          opened={(paper) => (
            <Opened service={service} papers={papers} rules={rules} paper={paper} opened={pinned} />
          )}
        />
      )}
      {other && <OtherPagePart page={other} papers={papers} reader={reader} />}
    </>
  );
}
