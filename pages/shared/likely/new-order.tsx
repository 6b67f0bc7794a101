import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { newOrders } from '../../../lib/options';
import { text } from '../../../lib/text';
import type { Likely } from './likely';

/** The choice of an order. */
export interface NewOrderProps {
  readonly likely: Likely;
  /** What is to follow a choice that is made here. */
  readonly onChosen?: (() => void) | undefined;
}

const names = { day: 'newOrderDay', forYou: 'newOrderForYou' } as const;

/** In which order new papers are listed. */
export function NewOrder(props: NewOrderProps): JSX.Element {
  const { likely, onChosen } = props;
  const isByKeys = useRef(false);
  return (
    <label class="new-order">
      <span class="unseen">{text('newOrderName')}</span>
      <select
        data-action="new-order"
        value={likely.newOrder}
        onKeyDown={() => {
          isByKeys.current = true;
        }}
        onPointerDown={() => {
          isByKeys.current = false;
        }}
        onChange={({ currentTarget }) => {
          const chosen = newOrders.find((one) => one === currentTarget.value);
          if (chosen) void likely.choose(chosen).then(onChosen);
          // A page's own keys act again after a choice by mouse; one by keys goes on choosing.
          if (!isByKeys.current) currentTarget.blur();
        }}
      >
        {newOrders.map((order) => (
          <option key={order} value={order}>
            {text(names[order])}
          </option>
        ))}
      </select>
    </label>
  );
}
