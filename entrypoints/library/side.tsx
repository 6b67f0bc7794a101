import type { JSX, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { FacetList, Lists, type NamedList } from '../../components/library/sidebar';
import { useLayer } from '../../components/use-layer';
import { text } from '../../lib/text';
import { parse } from '../../papers/query/parse';
import { toggleFacet } from '../../papers/query/toggle';
import type { Desk } from './desk';
import { facetName, fixedLists, otherViews } from './lists';
import { smartLists } from './smart';

/** The column drawn over the page, where the window has no room for it; gone when that is made wider. */
function Drawer(props: {
  readonly side: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}): null {
  const { side, onClose } = props;
  useLayer(side, onClose, '[aria-current]');
  useEffect(() => {
    addEventListener('resize', onClose);
    return () => removeEventListener('resize', onClose);
  }, []);
  return null;
}

/** The column of lists and facets. */
export function Side({ desk }: { readonly desk: Desk }): JSX.Element {
  const { service, areListsOpen, isNaming } = desk;
  const { facets, address, tags } = service.state;
  const { query, view } = address.value;
  const closing = (lists: readonly NamedList[]) =>
    lists.map((list) => ({
      ...list,
      go: () => {
        list.go();
        areListsOpen.value = false;
        isNaming.value = false;
      },
    }));
  const shown = facets.value;
  const ref = useRef<HTMLElement>(null);
  const close = () => {
    areListsOpen.value = false;
  };
  return (
    <nav ref={ref} class="side" aria-label={text('listsName')}>
      {areListsOpen.value && <Drawer side={ref} onClose={close} />}
      <p class="product">{text('extensionName')}</p>
      <Lists heading="listsHeading" lists={closing(fixedLists(service))} />
      <Lists heading="smartHeading" lists={closing(smartLists(service))} />
      <Lists heading="moreHeading" lists={closing(otherViews(service))} />
      {view === 'list' && shown && (
        <FacetList
          facets={query.trim() ? shown : { ...shown, states: [] }}
          query={parse(query).query}
          tags={tags.value}
          nameOf={facetName}
          onToggle={(dimension, value) =>
            void service.go({
              view: 'list',
              query: toggleFacet(query, dimension, value),
              paper: undefined,
            })
          }
        />
      )}
    </nav>
  );
}
