import type { JSX } from 'preact';
import { newOrders } from '../../../lib/options';
import { text } from '../../../lib/text';
import type { Likely } from './likely';

const names = { day: 'newOrderDay', forYou: 'newOrderForYou' } as const;

/** In which order new papers are listed. */
export function NewOrder({ likely }: { readonly likely: Likely }): JSX.Element {
  return (
    <label class="new-order">
      <span class="unseen">{text('newOrderName')}</span>
      <select
        data-action="new-order"
        value={likely.newOrder}
        onChange={({ currentTarget }) => {
          const chosen = newOrders.find((one) => one === currentTarget.value);
          if (chosen) void likely.choose(chosen);
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
