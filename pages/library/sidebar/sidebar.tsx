import type { JSX, RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { memo } from '../../../components/ui/memo';
import { counted, type MessageKey, number, text } from '../../../lib/text';
import type { Query } from '../../../papers/query/query';
import { asksFor } from '../../../papers/query/toggle';
import { type Dimension, dimensions, type Facets } from '../../../papers/search/facets';
import { tagHue } from '../../../papers/tag-key';
import type { Tag } from '../../../store/database/schema';
import { ListIcon } from './list-icons';

/** A list of the sidebar: a search with a name. */
export interface NamedList {
  readonly id: string;
  readonly label: string;
  readonly count: number | undefined;
  readonly address: string;
  readonly isCurrent: boolean;
  readonly isWaiting: boolean;
  readonly icon?: string;
  readonly go: () => void;
}

/** The link of the list on show. */
export type CurrentRef = RefObject<HTMLAnchorElement | null>;

const Entry = memo(
  function Entry(list: NamedList & { readonly current: CurrentRef }): JSX.Element {
    const { current, label, count, address, isCurrent, isWaiting, icon, go } = list;
    return (
      <li>
        <a
          ref={isCurrent ? current : null}
          href={address}
          class={isWaiting ? 'entry waits' : 'entry'}
          aria-current={isCurrent ? 'page' : undefined}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            go();
          }}
        >
          {icon !== undefined && <ListIcon name={icon} />}
          <bdi>{label}</bdi>
          {count !== undefined && <Count count={count} />}
        </a>
      </li>
    );
  },
  ['id', 'label', 'count', 'address', 'isCurrent', 'isWaiting', 'icon'],
);

/** How many papers there are, beside a name. */
function Count({ count }: { readonly count: number }): JSX.Element {
  return (
    <span class="count">
      <span aria-hidden="true">{number(count)}</span>
      <span class="unseen">, {counted('papers', count)}</span>
    </span>
  );
}

/** A group of lists under a heading. */
export function Lists(props: {
  readonly heading: MessageKey;
  readonly lists: readonly NamedList[];
  readonly current: CurrentRef;
}): JSX.Element | null {
  if (props.lists.length === 0) return null;
  return (
    <section>
      <h2>{text(props.heading)}</h2>
      <ul>
        {props.lists.map((list) => (
          <Entry key={list.id} {...list} current={props.current} />
        ))}
      </ul>
    </section>
  );
}

const headings = {
  states: 'facetStates',
  tags: 'facetTags',
  organizations: 'facetOrganizations',
  authors: 'facetAuthors',
  months: 'facetMonths',
  sites: 'facetSites',
} as const satisfies Record<Dimension, MessageKey>;

const few = 6;

/** What a search found, counted, and what it can be narrowed to. */
export interface FacetsProps {
  readonly facets: Facets;
  readonly query: Query;
  readonly tags: readonly Tag[];
  /** The reader's word for a value. */
  readonly nameOf: (dimension: Dimension, value: string) => string;
  readonly onToggle: (dimension: Dimension, value: string) => void;
}

interface ValueProps {
  readonly name: string;
  readonly count: number;
  /** Of a tag. */
  readonly hue: number | undefined;
  readonly isPressed: boolean;
  readonly onToggle: () => void;
}

const Value = memo(
  function Value({ name, count, hue, isPressed, onToggle }: ValueProps): JSX.Element {
    return (
      <li>
        <button type="button" class="entry" aria-pressed={isPressed} onClick={onToggle}>
          <span class="label">
            {hue !== undefined && (
              <span class="tag" style={`--hue: ${hue}`} aria-hidden="true">
                #
              </span>
            )}
            <bdi>{name}</bdi>
          </span>
          <Count count={count} />
        </button>
      </li>
    );
  },
  ['name', 'count', 'hue', 'isPressed'],
);

/** How a value is shown: a tag by the name and in the colour that the reader gave it. */
function lookOf(props: FacetsProps & { readonly dimension: Dimension }, value: string) {
  const { dimension, tags, nameOf } = props;
  if (dimension !== 'tags') return { name: nameOf(dimension, value), hue: undefined };
  const tag = tags.find(({ key }) => key === value);
  return { name: tag?.name ?? nameOf(dimension, value), hue: tag?.hue ?? tagHue(value) };
}

function Facet(props: FacetsProps & { readonly dimension: Dimension }): JSX.Element | null {
  const { dimension, facets, query } = props;
  const [isAll, setAll] = useState(false);
  const values = facets[dimension];
  if (values.length === 0) return null;
  const shown = values.filter(
    ({ value }, index) => isAll || index < few || asksFor(query, dimension, value),
  );
  return (
    <section>
      <h2>{text(headings[dimension])}</h2>
      <ul>
        {shown.map(({ value, count }) => (
          <Value
            key={value}
            {...lookOf(props, value)}
            count={count}
            isPressed={asksFor(query, dimension, value)}
            onToggle={() => props.onToggle(dimension, value)}
          />
        ))}
      </ul>
      {values.length > few && (
        <button type="button" class="link" aria-expanded={isAll} onClick={() => setAll(!isAll)}>
          {isAll ? text('showLess') : counted('moreValues', values.length - few)}
        </button>
      )}
    </section>
  );
}

/** Every facet of what was found. */
export function FacetList(props: FacetsProps): JSX.Element {
  return (
    <>
      {dimensions.map((dimension) => (
        <Facet key={dimension} {...props} dimension={dimension} />
      ))}
    </>
  );
}
