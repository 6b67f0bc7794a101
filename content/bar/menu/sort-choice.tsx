import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { type Sort, sorts } from '../../../lib/bar-choices';
import type { BarProtocol } from '../../../lib/bar-messages';
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

/** Where it is not known yet what is likely, how much is missing. */
function Learning(): JSX.Element | null {
  const learning = useSignal<BarProtocol['learning']['response']>(null);
  useEffect(() => {
    ask('learning', {}).then(
      (answer) => {
        learning.value = answer;
      },
      (error: unknown) => report('bar', error),
    );
  }, []);
  if (!learning.value) return null;
  const { decisions, needed } = learning.value;
  return <p class="learning">{text('barLearning', decisions, needed)}</p>;
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
      {!isRanked && <Learning />}
    </>
  );
}
