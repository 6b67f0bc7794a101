import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { FailureBar } from '../../components/bars';
import { Empty } from '../../components/empty';
import { KeyMap } from '../../components/library/key-map';
import { ReadingPane } from '../../components/library/reading-pane';
import { SearchField } from '../../components/library/search-field';
import { FacetList, Lists } from '../../components/library/sidebar';
import { Toolbar } from '../../components/library/toolbar';
import { SearchHints } from '../../components/search-hints';
import { text } from '../../lib/text';
import { parse } from '../../papers/query/parse';
import { toggleFacet } from '../../papers/query/toggle';
import { wantedBy } from '../../papers/search/marks';
import { commandsOf } from './commands';
import { Deeds } from './deeds';
import { keyGroups, listenToKeys } from './keys';
import { List } from './list';
import { facetName, fixedLists, pageTitle } from './lists';
import { Selection } from './selection';
import type { LibraryService } from './service';

interface Props {
  readonly service: LibraryService;
}

const isMac = /mac/i.test(navigator.platform);

function Side({ service, onClose }: Props & { readonly onClose: () => void }): JSX.Element {
  const { facets, address, tags } = service.state;
  const { query } = address.value;
  const lists = fixedLists(service).map((list) => ({
    ...list,
    go: () => {
      list.go();
      onClose();
    },
  }));
  return (
    <nav class="side" aria-label={text('listsName')}>
      <p class="product">{text('extensionName')}</p>
      <Lists heading="listsHeading" lists={lists} />
      {facets.value && (
        <FacetList
          facets={query.trim() ? facets.value : { ...facets.value, states: [] }}
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

function Nothing({ service }: Props): JSX.Element {
  const { address } = service.state;
  if (address.value.query.trim())
    return (
      <Empty title="emptyMatchTitle" words="emptyMatchText">
        <button type="button" class="button" onClick={() => void service.list('')}>
          {text('emptyMatchAction')}
        </button>
      </Empty>
    );
  return <Empty title="emptySavedTitle" words="emptySavedText" />;
}

function Pane({ service, deeds }: Props & { readonly deeds: Deeds }): JSX.Element {
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
      onTags={(names) => deeds.setTags(id, names)}
      onNote={(words, base) => deeds.saveNote(id, words, base)}
      onStatus={(to) => void deeds.setStatus([id], to)}
      onVisit={() => {}}
      onClose={() => void service.open(undefined)}
      actions={null}
    />
  );
}

/** The library: lists and facets, what was found, and the paper under the cursor. */
export function Library({ service }: Props): JSX.Element {
  const { address, listing, counts, failure, isBusy, announcement, opened, tags } = service.state;
  const [selection] = useState(() => new Selection(service.state));
  const [deeds] = useState(() => new Deeds(service));
  const [isSelecting, setSelecting] = useState(false);
  const [hasKeys, setKeys] = useState(false);
  const [hasLists, setLists] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const commands = useMemo(
    () =>
      commandsOf({
        service,
        deeds,
        selection,
        focusSearch: () => {
          input.current?.focus();
          input.current?.select();
        },
        showKeys: () => setKeys(true),
      }),
    [service, deeds, selection],
  );
  useEffect(() => {
    const stop = new AbortController();
    listenToKeys(() => commands, stop.signal);
    return () => stop.abort();
  }, [commands]);
  const shown = listing.value;
  const { query, order } = address.value;
  useEffect(() => {
    document.title = pageTitle(query, shown?.total);
  }, [query, shown?.total]);
  const all = counts.value;
  return (
    <div class={`library${opened.value ? ' has-paper' : ''}${hasLists ? ' has-lists' : ''}`}>
      <Side service={service} onClose={() => setLists(false)} />
      <main class="found">
        <h1 class="unseen">{text('libraryTitle')}</h1>
        <SearchField
          query={query}
          input={input}
          context={{ tags: tags.value.map(({ name }) => name) }}
          onSearch={(words) => void service.search(words)}
          onLeave={() => void service.move(1)}
        />
        <Toolbar
          found={shown?.total}
          all={all && all.unread + all.reading + all.read + all.snoozed}
          order={order}
          hasWords={wantedBy(parse(query).query).length > 0}
          isSelecting={isSelecting}
          onOrder={(next) =>
            void service.go({
              order: next,
              seed: next === 'random' ? Math.floor(Math.random() * 1e9) + 1 : undefined,
            })
          }
          onSelecting={() => setSelecting(!isSelecting)}
          onLists={() => setLists(!hasLists)}
        />
        {isBusy.value && <progress aria-label={text('loading')} />}
        {shown && (
          <SearchHints
            problems={shown.problems}
            instead={shown.instead}
            onSearch={(words) => void service.search(words)}
          />
        )}
        {shown && shown.ids.length === 0 ? (
          <Nothing service={service} />
        ) : (
          <List service={service} selection={selection} isSelecting={isSelecting} />
        )}
        {failure.value && (
          <FailureBar
            {...failure.value}
            onRetry={() => void service.retry()}
            onClose={() => {
              failure.value = undefined;
            }}
          />
        )}
      </main>
      <aside class="reading" aria-label={text('paneName')}>
        <Pane service={service} deeds={deeds} />
      </aside>
      <p class="unseen" role="status">
        {announcement.value}
      </p>
      {hasKeys && <KeyMap groups={keyGroups(commands, isMac)} onClose={() => setKeys(false)} />}
    </div>
  );
}
