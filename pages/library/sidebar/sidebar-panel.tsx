import type { JSX, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useLayer } from '../../../components/ui/use-layer';
import { text } from '../../../lib/text';
import { parse } from '../../../papers/query/parse';
import { toggleFacet } from '../../../papers/query/toggle';
import type { LibraryContext } from '../library-context';
import { otherLists, savedLists } from './fixed-lists';
import { facetName, fixedLists, importEntry, otherViews } from './lists';
import { FacetList, Lists, type NamedList } from './sidebar';
import { smartLists } from './smart-lists';

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

/** The lists with a name. */
function NamedLists({ context }: { readonly context: LibraryContext }): JSX.Element {
  const { service, areListsOpen, isNaming } = context;
  const closing = (lists: readonly NamedList[]) =>
    lists.map((list) => ({
      ...list,
      go: () => {
        list.go();
        areListsOpen.value = false;
        isNaming.value = false;
      },
    }));
  return (
    <>
      <Lists heading="listsHeading" lists={closing(fixedLists(service, savedLists))} />
      <Lists heading="otherListsHeading" lists={closing(fixedLists(service, otherLists))} />
      <Lists heading="smartHeading" lists={closing(smartLists(service))} />
      <Lists heading="moreHeading" lists={closing([...otherViews(service), importEntry()])} />
    </>
  );
}

/** What the list on show can be narrowed to; it follows when that is counted, not at each key. */
function Narrowing({ service }: Pick<LibraryContext, 'service'>): JSX.Element | null {
  const { facets, address, view, tags } = service.state;
  const shown = facets.value;
  if (view.value !== 'list' || !shown) return null;
  return (
    <FacetList
      facets={shown.query.trim() ? shown : { ...shown, states: [] }}
      query={parse(shown.query).query}
      tags={tags.value}
      nameOf={facetName}
      onToggle={(dimension, value) =>
        void service.go({
          view: 'list',
          query: toggleFacet(address.value.query, dimension, value),
          paper: undefined,
        })
      }
    />
  );
}

/** The column of lists and facets. */
export function SidebarPanel({ context }: { readonly context: LibraryContext }): JSX.Element {
  const { areListsOpen } = context;
  const ref = useRef<HTMLElement>(null);
  const close = () => {
    areListsOpen.value = false;
  };
  return (
    <nav ref={ref} class="side" aria-label={text('listsName')}>
      {areListsOpen.value && <Drawer side={ref} onClose={close} />}
      <p class="product">{text('extensionName')}</p>
      <NamedLists context={context} />
      <Narrowing service={context.service} />
    </nav>
  );
}
