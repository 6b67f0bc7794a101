import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { counted, number, text } from '../lib/text';
import { type Status, statuses } from '../papers/paper';
import { tagHue } from '../papers/tags';
import type { Tag } from '../store/schema';
import { statusNames } from './status-choice';

/** What the list is narrowed to. */
export interface Narrowing {
  readonly state?: Status;
  readonly tag?: string;
}

/** Search box and filters of the reading list. */
export interface FinderProps {
  readonly query: string;
  readonly filter: Narrowing;
  readonly counts: Readonly<Record<Status, number>> | undefined;
  /** Most used first. */
  readonly tags: readonly Tag[];
  readonly onSearch: (query: string) => void;
  readonly onFilter: (filter: Narrowing) => void;
}

const fewTags = 12;

/** Whether a key press is typing into something. */
function isTyping({ target }: KeyboardEvent): boolean {
  const element = target instanceof Element ? target : null;
  return element?.matches('textarea, input:not([type="radio"]), select') ?? false;
}

function SearchBox({ query, onSearch }: FinderProps): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || isTyping(event)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !query) return;
    event.preventDefault();
    onSearch('');
  };
  return (
    <search class="search">
      <input
        ref={input}
        type="search"
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        aria-label={text('searchName')}
        aria-keyshortcuts="/"
        placeholder={text('searchPlaceholder')}
        value={query}
        onInput={(event) => onSearch(event.currentTarget.value)}
        onKeyDown={onKey}
      />
      {!query && (
        <span class="key" aria-hidden="true">
          /
        </span>
      )}
    </search>
  );
}

interface ChipProps {
  readonly label: string;
  readonly count: number;
  readonly isOn: boolean;
  readonly onToggle: () => void;
  readonly tag?: boolean;
}

function Chip({ label, count, isOn, onToggle, tag }: ChipProps): JSX.Element {
  const hue = tag ? { class: 'chip hued', style: `--hue: ${tagHue(label)}` } : { class: 'chip' };
  return (
    <button type="button" {...hue} aria-pressed={isOn} onClick={onToggle}>
      {tag && <span aria-hidden="true">#</span>}
      <bdi>{label}</bdi>
      <span aria-hidden="true"> {number(count)}</span>
      <span class="unseen">, {counted('papers', count)}</span>
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

function Chips({ filter, counts, tags, onFilter }: FinderProps): JSX.Element {
  const [isAll, setAll] = useState(false);
  const shown = shownTags(tags, isAll, filter.tag);
  const more = tags.length - Math.min(tags.length, fewTags);
  return (
    <fieldset class={isAll ? 'chips all' : 'chips'}>
      <legend class="unseen">{text('filtersName')}</legend>
      {statuses.map((state) => (
        <Chip
          key={state}
          label={text(statusNames[state])}
          count={counts?.[state] ?? 0}
          isOn={filter.state === state}
          onToggle={() =>
            onFilter(filter.state === state ? without(filter, 'state') : { ...filter, state })
          }
        />
      ))}
      {shown.map(({ key, name, count }) => (
        <Chip
          key={`#${key}`}
          tag
          label={name}
          count={count}
          isOn={filter.tag === key}
          onToggle={() =>
            onFilter(filter.tag === key ? without(filter, 'tag') : { ...filter, tag: key })
          }
        />
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
export function Finder(props: FinderProps): JSX.Element {
  return (
    <div class="finder">
      <SearchBox {...props} />
      <Chips {...props} />
    </div>
  );
}
