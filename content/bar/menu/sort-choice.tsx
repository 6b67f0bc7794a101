import type { JSX } from 'preact';
import { type MessageKey, text } from '../../../lib/text';
import type { BarService } from '../service';
import { type Sort, sorts } from './sorting';

const names = {
  site: 'barSortSite',
  new: 'barSortNew',
  upvotes: 'barSortUpvotes',
} as const satisfies Record<Sort, MessageKey>;

/** In which order the cards are shown. */
export function SortChoice({ service }: { readonly service: BarService }): JSX.Element {
  const { sort } = service.state;
  return (
    <label class="sort">
      <span>{text('barSort')}</span>
      <select
        value={sort.value}
        onChange={({ currentTarget }) => {
          sort.value = sorts.find((one) => one === currentTarget.value) ?? 'site';
        }}
      >
        {sorts.map((one) => (
          <option key={one} value={one}>
            {text(names[one])}
          </option>
        ))}
      </select>
    </label>
  );
}
