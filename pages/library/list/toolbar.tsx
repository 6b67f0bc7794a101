import type { JSX } from 'preact';
import { keyed } from '../../../lib/keymap/hints';
import { counted, type MessageKey, text } from '../../../lib/text';
import { type Order, orders } from '../../../papers/search/order';

const orderNames = {
  best: 'orderBest',
  saved: 'orderSaved',
  daily: 'orderDaily',
  upvotes: 'orderUpvotes',
  forYou: 'orderForYou',
  title: 'orderTitle',
  opened: 'orderOpened',
  queue: 'orderQueue',
  random: 'orderRandom',
} as const satisfies Record<Order, MessageKey>;

/** How many papers were found, of how many. */
function foundText(found: number, all: number | undefined): string {
  return all === undefined || found >= all
    ? counted('papers', found)
    : counted('foundOf', found, all);
}

/** How many there are, in which order, and what can be done with many at once. */
export function Toolbar(props: {
  readonly found: number | undefined;
  readonly all: number | undefined;
  readonly order: Order;
  /** Whether there are words of which some papers match better than others. */
  readonly hasWords: boolean;
  /** Whether it is known how likely its papers are for the reader. */
  readonly isRanked: boolean;
  readonly isSelecting: boolean;
  /** What can be done with the search as a list; absent where nothing is looked for. */
  readonly keep: MessageKey | undefined;
  readonly onKeep: () => void;
  readonly onOrder: (order: Order) => void;
  readonly onSelecting: () => void;
  readonly onLists: () => void;
  readonly onExport: () => void;
}): JSX.Element {
  const { found, all, order, hasWords, isRanked, isSelecting } = props;
  return (
    <div class="toolbar">
      <button type="button" class="link to-lists" onClick={props.onLists}>
        {text('openLists')}
      </button>
      <p>{found !== undefined && foundText(found, all)}</p>
      <label>
        <span class="unseen">{text('orderName')}</span>
        <select
          value={order === 'best' && !hasWords ? 'saved' : order}
          onChange={({ currentTarget }) => {
            const chosen = orders.find((name) => name === currentTarget.value);
            if (chosen) props.onOrder(chosen);
          }}
        >
          {orders
            .filter((name) => (name !== 'best' || hasWords) && (name !== 'forYou' || isRanked))
            .map((name) => (
              <option key={name} value={name}>
                {text(orderNames[name])}
              </option>
            ))}
        </select>
      </label>
      {props.keep && (
        <button type="button" class="link" onClick={props.onKeep}>
          {text(props.keep)}
        </button>
      )}
      <button
        type="button"
        class="link"
        onClick={props.onExport}
        {...keyed('export', text('keyExport'))}
      >
        {text('takeOne')}
      </button>
      <button type="button" class="link" aria-pressed={isSelecting} onClick={props.onSelecting}>
        {text('select')}
      </button>
    </div>
  );
}
