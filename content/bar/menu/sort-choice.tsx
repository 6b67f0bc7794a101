import type { JSX } from 'preact';
import { type Sort, sorts } from '../../../lib/bar-choices';
import { ask } from '../../../lib/messages';
import { report } from '../../../lib/report';
import { type MessageKey, text } from '../../../lib/text';
import type { BarService } from '../service';
import { hasScores } from './sorting';

const names = {
  site: 'barSortSite',
  new: 'barSortNew',
  upvotes: 'barSortUpvotes',
  forYou: 'orderForYou',
} as const satisfies Record<Sort, MessageKey>;

/** Says in a line how much is missing until it is known what is likely; it stays empty where nothing is. */
function tellLearning(line: HTMLElement | null): void {
  if (!line) return;
  ask('learning', {}).then(
    (learning) => {
      if (learning) line.textContent = text('barLearning', learning.decisions, learning.needed);
    },
    (error: unknown) => report('bar', error),
  );
}

/** In which order the cards are shown, and will be. */
export function SortChoice({ service }: { readonly service: BarService }): JSX.Element {
  const { sort, view } = service.state;
  const isRanked = view.value !== undefined && hasScores(view.value);
  const offered = sorts.filter((one) => one !== 'forYou' || isRanked);
  return (
    <>
      <label class="sort">
        <span>{text('barSort')}</span>
        <select
          value={offered.find((one) => one === sort.value) ?? 'site'}
          onChange={({ currentTarget }) => {
            sort.value = sorts.find((one) => one === currentTarget.value) ?? 'site';
            service.choose({ sort: sort.value });
          }}
        >
          {offered.map((one) => (
            <option key={one} value={one}>
              {text(names[one])}
            </option>
          ))}
        </select>
      </label>
      {!isRanked && <p class="learning" ref={tellLearning} />}
    </>
  );
}
