import type { JSX } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { SearchAndFilters } from '../../components/search/search-and-filters';
import { Hues, huesOf } from '../../components/tags/hues';
import { Icon } from '../../components/ui/icons';
import { Tabs } from '../../components/ui/tabs';
import { libraryAddress } from '../../lib/library-address';
import { text } from '../../lib/text';
import { savedIn } from '../../papers/paper';
import type { Features } from './features';
import { ListPanel } from './list/panel';
import { Scroller } from './list/scroller';
import type { PopupService } from './service';
import { askedFor } from './state';

interface Props {
  readonly service: PopupService;
  readonly features: Features;
  readonly onOptions: () => void;
}

function Head({ service, onOptions }: Omit<Props, 'features'>): JSX.Element {
  const { tab, counts } = service.state;
  const read = counts.value;
  const q = tab.value === 'saved' && askedFor(service.state);
  return (
    <header class="bar tabs">
      <Tabs
        current={tab.value}
        onChoose={(name) => void service.show({ tab: name })}
        tabs={[
          {
            name: 'saved',
            label: 'tabSaved',
            count: read && savedIn(read),
          },
          { name: 'new', label: 'tabNew', count: read?.new },
        ]}
      />
      <a href={libraryAddress(q ? { q } : {})} target="_blank" rel="noreferrer">
        {text('openLibrary')} <Icon name="out" />
      </a>
      <button type="button" class="plain" aria-label={text('openOptions')} onClick={onOptions}>
        <Icon name="gear" />
      </button>
    </header>
  );
}

/** The strip over the list; its place is kept until what it says is there. */
function Strip({ service, features }: Pick<Props, 'service' | 'features'>): JSX.Element | null {
  const { tab, counts } = service.state;
  const parts = features.parts.value;
  if (parts) return <parts.Strip service={service} papers={parts.papers} news={parts.news} />;
  return tab.value === 'saved' && counts.value?.new ? <div class="strip" /> : null;
}

/** The popup: two lists, and what can be done with the page in the current tab. */
export function Popup(props: Props): JSX.Element {
  const { service, features } = props;
  const { tab, query, filter, counts, tags, lists, listCounts, place, isBusy } = service.state;
  const parts = features.parts.value;
  const rows = { service, actions: features.rows, later: parts };
  const input = useRef<HTMLInputElement>(null);
  const hues = useMemo(() => huesOf(tags.value), [tags.value]);
  return (
    <Hues.Provider value={hues}>
      <Head {...props} />
      <main>
        <h1 class="unseen">{text('extensionName')}</h1>
        <div id="panel" role="tabpanel" aria-labelledby={`tab-${tab.value}`}>
          {tab.value === 'saved' && (
            <SearchAndFilters
              input={input}
              query={query.value}
              filter={filter.value}
              counts={counts.value}
              tags={tags.value}
              lists={lists.value}
              listCounts={listCounts.value}
              completion={parts?.SearchCompletion}
              onSearch={(words) => void service.show({ query: words })}
              onFilter={(next) => void service.show({ filter: next })}
            />
          )}
          {isBusy.value && <progress aria-label={text('loading')} />}
          <Scroller place={place.value.key}>
            {(top, scroller) => (
              <>
                {parts && (
                  <parts.CurrentPageProblem service={service} currentTab={parts.currentTab} />
                )}
                {parts && <parts.PagePart {...rows} parts={parts} />}
                <Strip service={service} features={features} />
                {parts && <parts.Hints service={service} />}
                {parts && tab.value === 'new' && (
                  <parts.NewsPart
                    service={service}
                    onOptions={props.onOptions}
                    reader={parts.news}
                    papers={parts.papers}
                    likely={parts.likely}
                  />
                )}
                <ListPanel {...rows} top={top} scroller={scroller} />
                {parts && tab.value === 'new' && <parts.LeftOut {...rows} rules={parts.rules} />}
              </>
            )}
          </Scroller>
        </div>
      </main>
      {parts && <parts.Bars {...parts} service={service} input={input} />}
    </Hues.Provider>
  );
}
