import type { JSX, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useLayer } from '../../../components/ui/use-layer';
import { text } from '../../../lib/text';
import { parse } from '../../../papers/query/parse';
import { toggleFacet } from '../../../papers/query/toggle';
import type { LibraryContext } from '../library-context';
import { otherLists, savedLists } from './fixed-lists';
import { facetName, fixedLists, importEntry, otherViews } from './lists';
import { type CurrentRef, FacetList, Lists, type NamedList } from './sidebar';
import { smartLists } from './smart-lists';

/** The column drawn over the page, where the window has no room for it; gone when that is made wider. */
function Drawer(props: {
  readonly side: RefObject<HTMLElement | null>;
  readonly current: CurrentRef;
  readonly onClose: () => void;
}): null {
  const { side, current, onClose } = props;
  useLayer(side, onClose, current);
  useEffect(() => {
    addEventListener('resize', onClose);
    return () => removeEventListener('resize', onClose);
  }, []);
  return null;
}

/** The lists with a name. */
function NamedLists(props: {
  readonly context: LibraryContext;
  readonly current: CurrentRef;
}): JSX.Element {
  const { context, current } = props;
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
      <Lists
        heading="listsHeading"
        lists={closing(fixedLists(service, savedLists))}
        current={current}
      />
      <Lists
        heading="otherListsHeading"
        lists={closing(fixedLists(service, otherLists))}
        current={current}
      />
      <Lists heading="smartHeading" lists={closing(smartLists(service))} current={current} />
      <Lists
        heading="moreHeading"
        lists={closing([...otherViews(service), importEntry()])}
        current={current}
      />
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
export function SidebarPanel(props: {
  readonly context: LibraryContext;
  /** What it is drawn as. */
  readonly side: RefObject<HTMLElement | null>;
}): JSX.Element {
  const { context, side } = props;
  const { areListsOpen } = context;
  const current = useRef<HTMLAnchorElement>(null);
  const close = () => {
    areListsOpen.value = false;
  };
  return (
    <nav ref={side} class="side" aria-label={text('listsName')}>
      {areListsOpen.value && <Drawer side={side} current={current} onClose={close} />}
      <p class="product">{text('extensionName')}</p>
      <NamedLists context={context} current={current} />
      <Narrowing service={context.service} />
    </nav>
  );
}
