import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { counted, monthName, text } from '../../lib/text';
import { localDay } from '../../papers/local-day';
import type { Learning } from '../../store/ranking/learning';
import type { RankingAccuracy } from './ranking-accuracy';
import type { OptionsService } from './service';
import { Toggle } from './toggle';

interface Props {
  readonly service: OptionsService;
}

function HowMuch({ learning }: { readonly learning: Learning }): JSX.Element {
  const { decisions, needed } = learning;
  if (decisions >= needed) return <p>{counted('learnedFrom', decisions)}</p>;
  return (
    <p class="line">
      <meter min={0} max={needed} value={decisions} aria-label={text('learningName')} />
      {text('learning', decisions, needed)}
    </p>
  );
}

/** Gone through and drawn when it is first looked at. */
function HowWellLater({ service }: Props): JSX.Element {
  const view = useSignal<typeof RankingAccuracy | undefined>(undefined);
  const isOpen = useSignal(false);
  useEffect(() => {
    if (!isOpen.value || view.value) return;
    void service.attempt(async () => {
      view.value = (await import('./ranking-accuracy')).RankingAccuracy;
    });
  }, [isOpen.value]);
  return (
    <details
      class="how-well"
      onToggle={({ currentTarget: { open } }) => {
        isOpen.value = open;
      }}
    >
      <summary>{text('howWell')}</summary>
      {isOpen.value && view.value && <view.value service={service} />}
    </details>
  );
}

/** The months after the one of an instant, up to the one of another, the newest first; each as its first instant. */
function monthsAfter(from: number, to: number): number[] {
  const months: number[] = [];
  const [year = 0, month = 1] = localDay(from).split('-').map(Number);
  for (let at = month; ; at += 1) {
    const start = new Date(year, at, 1).getTime();
    if (start > to) return months.reverse();
    months.push(start);
  }
}

function Forget({ service, from }: Props & { readonly from: number }): JSX.Element {
  const months = monthsAfter(from, Date.now());
  const chosen = useSignal<number | undefined>(undefined);
  const isSure = useSignal(false);
  const [newest] = months;
  const before = chosen.value ?? newest;
  return (
    <>
      {before !== undefined && (
        <div class="line">
          <label>
            {text('forgetBefore')}
            <select
              value={before}
              onChange={({ currentTarget }) => {
                chosen.value = Number(currentTarget.value);
              }}
            >
              {months.map((month) => (
                <option key={month} value={month}>
                  {monthName(localDay(month).slice(0, 7))}
                </option>
              ))}
            </select>
          </label>
          <button
            type="button"
            class="button"
            data-action="forget-before"
            onClick={() => void service.forgetLearned(before)}
          >
            {text('forgetBeforeDo')}
          </button>
        </div>
      )}
      <div class="line">
        <button
          type="button"
          class="button"
          data-action="forget-learned"
          onClick={() => {
            if (isSure.value) void service.forgetLearned(Date.now());
            isSure.value = !isSure.value;
          }}
        >
          {text(isSure.value ? 'startOverSure' : 'startOver')}
        </button>
      </div>
    </>
  );
}

/** What is learned of what the reader likes: whether, how much, how well, and how to have it forgotten. */
export function LikelyForYou({ service }: Props): JSX.Element {
  const options = service.options.value;
  const learning = service.learning.value;
  return (
    <fieldset class="likely-for-you">
      <legend>{text('likelyLikely')}</legend>
      <p class="quiet">{text('likelyHint')}</p>
      <Toggle
        value="ranks"
        label={text('ranks')}
        isOn={options?.ranks}
        onChange={(ranks) => void service.choose({ ranks })}
      />
      {options?.ranks && (
        <>
          <Toggle
            value="widens"
            label={text('widens')}
            isOn={options.widens}
            onChange={(widens) => void service.choose({ widens })}
          />
          {learning && <HowMuch learning={learning} />}
          {learning && learning.decisions >= learning.needed && <HowWellLater service={service} />}
          {learning?.from !== undefined && <Forget service={service} from={learning.from} />}
          <p role="status" class="said">
            {service.saidOfLearning.value}
          </p>
        </>
      )}
    </fieldset>
  );
}
