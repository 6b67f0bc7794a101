import type { JSX } from 'preact';
import { Checked } from '../../components/ui/checked';
import { hourName, timeOfDay } from '../../lib/clock';
import { text } from '../../lib/text';
import { askedWords, canCheck } from '../../wording/news';
import type { OptionsService } from './service';
import { Toggle } from './toggle';

interface Props {
  readonly service: OptionsService;
}

const hours = Array.from({ length: 24 }, (_, hour) => hour);
/** What the quiet hours are when they are turned on. */
const night = [22, 7] as const;

/** A full hour of the day. */
export function HourChoice(props: {
  readonly name: string;
  readonly value: number;
  /** Without one of the hours. */
  readonly without?: number;
  readonly isOff?: boolean;
  readonly onChoose: (hour: number) => void;
}): JSX.Element {
  return (
    <select
      aria-label={props.name}
      value={props.value}
      disabled={props.isOff ?? false}
      onChange={({ currentTarget }) => props.onChoose(Number(currentTarget.value))}
    >
      {hours
        .filter((hour) => hour !== props.without)
        .map((hour) => (
          <option key={hour} value={hour}>
            {hourName(hour)}
          </option>
        ))}
    </select>
  );
}

function QuietHours({ service }: Props): JSX.Element {
  const [from, to] = service.options.value?.quietHours ?? [0, 0];
  const isOn = from !== to;
  const choose = (hour: readonly [number, number]) => void service.choose({ quietHours: hour });
  return (
    <div class="line">
      <Toggle
        value="quiet-hours"
        label={text('quietHours')}
        isOn={isOn}
        onChange={(on) => choose(on ? night : [0, 0])}
      />
      {isOn && (
        <>
          <HourChoice
            name={text('quietFrom')}
            value={from}
            without={to}
            onChoose={(hour) => choose([hour, to])}
          />
          {text('quietTo')}
          <HourChoice
            name={text('quietUntil')}
            value={to}
            without={from}
            onChoose={(hour) => choose([from, hour])}
          />
        </>
      )}
    </div>
  );
}

/** Two statements, of which the first may be a whole sentence. */
function joined(first: string, second: string): string {
  return first + (first.endsWith('.') ? ' ' : ' · ') + second;
}

function HowItGoes({ service }: Props): JSX.Element | null {
  const { poll, nextAt, isAllowed, saidOfAsking } = service.asking;
  const options = service.options.value;
  if (!options?.polls) return null;
  const now = Date.now();
  const { value: next = 0 } = nextAt;
  const isNextKnown = isAllowed.value && next > now && (poll.value?.notBefore ?? 0) <= now;
  const known = { ...(poll.value ? { poll: poll.value } : {}), isAsking: true };
  const asked = askedWords(known, now);
  return (
    <>
      <p role="status" class={poll.value?.problem || !isAllowed.value ? 'said' : 'quiet'}>
        {isAllowed.value ? (
          <Checked
            words={isNextKnown ? joined(asked, text('pollNextAt', timeOfDay(next))) : asked}
            onCheck={canCheck(known, now) ? () => void service.checkNow() : undefined}
          />
        ) : (
          text('askNotAllowed')
        )}
      </p>
      {!isAllowed.value && (
        <button type="button" class="button" onClick={() => void service.asking.allow()}>
          {text('askAllow')}
        </button>
      )}
      <p role="status" class="said">
        {saidOfAsking.value}
      </p>
    </>
  );
}

/** Whether Offprint looks for new papers, what that means, and how it goes. */
export function NewPapers({ service }: Props): JSX.Element {
  return (
    <fieldset>
      <legend>{text('pollsTitle')}</legend>
      <Toggle
        value="polls"
        label={text('polls')}
        isOn={service.options.value?.polls}
        onChange={(polls) => void service.choose({ polls })}
      />
      <p class="quiet">
        {text('pollsHint', 'https://huggingface.co/api/daily_papers?date=…&limit=100')}
      </p>
      <HowItGoes service={service} />
      {service.options.value?.polls && <QuietHours service={service} />}
    </fieldset>
  );
}
