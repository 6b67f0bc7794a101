import type { JSX, RefObject } from 'preact';
import { SearchHints } from '../../../components/search/search-hints';
import { dailyPapers, Empty } from '../../../components/ui/empty';
import { NoMatch } from '../../../components/ui/no-match';
import { importAddress } from '../../../lib/import-address';
import { text } from '../../../lib/text';
import { isSaved, savedIn } from '../../../papers/paper';
import { parse } from '../../../papers/query/parse';
import { wantedBy } from '../../../papers/search/marks';
import { matcherOf } from '../../../papers/search/match';
import type { LibraryContext } from '../library-context';
import { Muted } from '../rules/muted';
import type { LibraryService } from '../service';
import { fixedListOf } from '../sidebar/fixed-lists';
import { currentList } from '../sidebar/smart-lists';
import { List } from './list';
import { openExport } from './open-export';
import { SearchField } from './search-field';
import { Bin, Bulk, Naming } from './selection-bars';
import { Toolbar } from './toolbar';

interface Props {
  readonly context: LibraryContext;
}

/** The list before anything was saved: two ways to begin. */
function FirstRun(): JSX.Element {
  return (
    <Empty title="emptySavedTitle" words="emptySavedText">
      <p class="buttons">
        <a class="button main" href={dailyPapers} target="_blank" rel="noreferrer">
          {text('emptySavedAction')}
        </a>
        <a class="button" href={importAddress()} target="_blank" rel="noreferrer">
          {text('importEmptyAction')}
        </a>
      </p>
    </Empty>
  );
}

function Nothing({ context }: Props): JSX.Element {
  const { service } = context;
  const query = service.state.address.value.query.trim();
  const list = query ? fixedListOf(query) : undefined;
  if (list) return <Empty title="emptyListTitle" words={list.empty} />;
  if (query) return <NoMatch onClear={() => void service.list('')} />;
  return <FirstRun />;
}

/** From the box to the first row; a key that is pressed before it is there is not typed into the box any more. */
async function leave(service: LibraryService, input: HTMLInputElement | null): Promise<void> {
  input?.blur();
  await service.move(1);
  if (!service.state.listing.value?.total) input?.focus();
}

function Head({ context, input }: Props & { readonly input: RefObject<HTMLInputElement | null> }) {
  const { service, isSelecting, areListsOpen, isNaming } = context;
  const { address, listing, counts, tags, facets } = service.state;
  const { query, order } = address.value;
  const all = counts.value;
  const asked = parse(query).query;
  const isRanked = service.likely.isOn && fixedListOf(query)?.isRanked === true;
  const isAmongSaved = [...matcherOf(asked).states].every(isSaved);
  const namesOf = (dimension: 'organizations' | 'authors' | 'sites') =>
    facets.value?.[dimension].map(({ value }) => value) ?? [];
  return (
    <>
      <SearchField
        query={query}
        box={context.searchBox}
        input={input}
        context={{
          tags: tags.value.map(({ name }) => name),
          organizations: namesOf('organizations'),
          authors: namesOf('authors'),
          sites: namesOf('sites'),
        }}
        onSearch={(words) => void service.search(words)}
        onLeave={() => void leave(service, input.current)}
      />
      <Toolbar
        found={listing.value?.total}
        all={isAmongSaved && all ? savedIn(all) : undefined}
        order={order}
        hasWords={wantedBy(asked).length > 0}
        isRanked={isRanked}
        isSelecting={isSelecting.value}
        keep={query.trim() ? (currentList(service) ? 'smartEdit' : 'smartKeep') : undefined}
        onKeep={() => {
          isNaming.value = !isNaming.value;
        }}
        onOrder={(next) => {
          if (isRanked) void service.likely.choose(next === 'forYou' ? 'forYou' : 'day');
          void service.go({
            order: next,
            seed: next === 'random' ? Math.floor(Math.random() * 1e9) + 1 : undefined,
          });
        }}
        onSelecting={() => {
          isSelecting.value = !isSelecting.value;
        }}
        onExport={() => void openExport(context)}
        onLists={() => {
          areListsOpen.value = !areListsOpen.value;
        }}
      />
    </>
  );
}

/** The search and what it found. */
export function Found(
  props: Props & { readonly input: RefObject<HTMLInputElement | null> },
): JSX.Element {
  const { context } = props;
  const { service, isNaming } = context;
  const { address, listing } = service.state;
  const shown = listing.value;
  const query = address.value.query.trim();
  return (
    <>
      <Head {...props} />
      {isNaming.value && query && <Naming context={context} />}
      {query === 'is:deleted' && shown && shown.total > 0 && <Bin context={context} />}
      {(query === 'is:new' || query === 'is:undecided') && <Muted context={context} />}
      {shown && (
        <SearchHints
          problems={shown.problems}
          instead={shown.instead}
          onSearch={(words) => void service.search(words)}
        />
      )}
      <Bulk context={context} />
      {shown && shown.ids.length === 0 ? <Nothing context={context} /> : <List context={context} />}
    </>
  );
}
