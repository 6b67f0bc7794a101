import type { ComponentType, JSX, RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { keysNow } from '../../lib/keymap/hints';
import { counted, number, text } from '../../lib/text';
import { type Status, statuses } from '../../papers/paper';
import { tagHue } from '../../papers/tag-key';
import type { SmartList, Tag } from '../../store/database/schema';
import { statusNames } from '../../wording/status';
import type { SearchCompletionProps } from './search-completion';
import { SearchInput } from './search-input';

/** What the list is narrowed to. */
export interface Narrowing {
  readonly state?: Status;
  readonly tag?: string;
  /** The id of a smart list. */
  readonly list?: string;
}

/** Search box and filters of the reading list. */
export interface SearchAndFiltersProps {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly query: string;
  readonly filter: Narrowing;
  readonly counts: Readonly<Record<Status, number>> | undefined;
  /** Most used first. */
  readonly tags: readonly Tag[];
  readonly lists: readonly SmartList[];
  /** By the lists' ids; absent while they are not known. */
  readonly listCounts: ReadonlyMap<string, number>;
  /** Completes what is typed, once it is loaded. */
  readonly completion: ComponentType<SearchCompletionProps> | undefined;
  readonly onSearch: (query: string) => void;
  readonly onFilter: (filter: Narrowing) => void;
}

const fewTags = 12;

function SearchBox(props: SearchAndFiltersProps): JSX.Element {
  const { input, query, tags, completion: Completion, onSearch } = props;
  const [key] = keysNow.value.get('search') ?? [];
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !query) return;
    event.preventDefault();
    onSearch('');
  };
  return (
    <search class="search">
      <SearchInput query={query} input={input} onSearch={onSearch} onKey={onKey} />
      {Completion && (
        <Completion
          input={input}
          context={{ tags: tags.map(({ name }) => name) }}
          onSearch={onSearch}
        />
      )}
      {!query && key && (
        <span class="key" aria-hidden="true">
          {key}
        </span>
      )}
    </search>
  );
}

interface ChipProps {
  readonly label: string;
  /** Absent while it is not known. */
  readonly count: number | undefined;
  readonly isOn: boolean;
  readonly onToggle: () => void;
  /** Of a tag. */
  readonly hue?: number;
  /** The id of a smart list. */
  readonly list?: string;
}

function Chip({ label, count, isOn, onToggle, hue, list }: ChipProps): JSX.Element {
  const isTag = hue !== undefined;
  const look = isTag ? { class: 'chip hued', style: `--hue: ${hue}` } : { class: 'chip' };
  return (
    <button type="button" {...look} data-list={list} aria-pressed={isOn} onClick={onToggle}>
      {isTag && <span aria-hidden="true">#</span>}
      <bdi>{label}</bdi>{' '}
      <span class="number" aria-hidden="true">
        {count === undefined ? '' : number(count)}
      </span>
      {count !== undefined && <span class="unseen">, {counted('papers', count)}</span>}
    </button>
  );
}

function without(filter: Narrowing, key: keyof Narrowing): Narrowing {
  const { [key]: _dropped, ...rest } = filter;
  return rest;
}

/** The tags shown as filters: a few, and the chosen one always. */
function shownTags(tags: readonly Tag[], isAll: boolean, chosen: string | undefined): Tag[] {
  return tags.filter(({ key }, index) => isAll || index < fewTags || key === chosen);
}

function Chips(props: SearchAndFiltersProps): JSX.Element {
  const { filter, counts, tags, lists, listCounts, onFilter } = props;
  const [isAll, setAll] = useState(false);
  const more = tags.length - Math.min(tags.length, fewTags);
  const chip = <Key extends keyof Narrowing>(key: Key, value: Narrowing[Key]) => ({
    isOn: filter[key] === value,
    onToggle: () =>
      onFilter(filter[key] === value ? without(filter, key) : { ...filter, [key]: value }),
  });
  return (
    <fieldset class={isAll ? 'chips all' : 'chips'}>
      <legend class="unseen">{text('filtersName')}</legend>
      {statuses.map((state) => (
        <Chip
          key={state}
          {...chip('state', state)}
          label={text(statusNames[state])}
          count={counts?.[state] ?? 0}
        />
      ))}
      {lists.map(({ id, name }) => (
        <Chip key={id} {...chip('list', id)} list={id} label={name} count={listCounts.get(id)} />
      ))}
      {shownTags(tags, isAll, filter.tag).map(({ key, name, count, hue = tagHue(name) }) => (
        <Chip key={`#${key}`} {...chip('tag', key)} hue={hue} label={name} count={count} />
      ))}
      {more > 0 && (
        <button type="button" class="chip" aria-expanded={isAll} onClick={() => setAll(!isAll)}>
          {isAll ? text('fewerTags') : counted('moreTags', more)}
        </button>
      )}
    </fieldset>
  );
}

/** Search box and filters. */
export function SearchAndFilters(props: SearchAndFiltersProps): JSX.Element {
  return (
    <div class="finder">
      <SearchBox {...props} />
      <Chips {...props} />
    </div>
  );
}
