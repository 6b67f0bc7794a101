import type { JSX } from 'preact';
import { Choices } from '../../components/ui/choices';
import { keyNow } from '../../lib/keymap/choose';
import type { KeyChoices } from '../../lib/keymap/keymap';
import { text } from '../../lib/text';
import { HourChoice } from './new-papers';
import type { OptionsService } from './service';
import { Toggle } from './toggle';

interface Props {
  readonly service: OptionsService;
}

/** What makes a paper one that was seen. */
export function SeenWhen({ service }: Props): JSX.Element {
  return (
    <Choices
      name="seen"
      legend="seenTitle"
      hint="seenHint"
      value={service.options.value?.seenWhen}
      choices={[
        { value: 'screen', label: text('seenOnScreen') },
        { value: 'page', label: text('seenOnPage') },
        { value: 'action', label: text('seenByAction') },
      ]}
      onChoose={(seenWhen) => void service.choose({ seenWhen })}
    />
  );
}

/** When the reader is notified; asking the browser to allow it is part of the click. */
export function Notifications({ service }: Props): JSX.Element {
  const { notify: wanted, notifyAt = 0 } = service.options.value ?? {};
  const { mayNotify, saidOfNotifying } = service.asking;
  const notify = mayNotify.value ? wanted : 'never';
  return (
    <fieldset>
      <Choices
        name="notify"
        legend="notifyTitle"
        hint="notifyHint"
        value={notify}
        choices={[
          { value: 'never', label: text('notifyNever') },
          { value: 'daily', label: text('notifyDaily') },
          { value: 'rule', label: text('notifyRule') },
        ]}
        onChoose={(choice) => void service.notify(choice)}
      />
      {notify === 'daily' && (
        <div class="line">
          {text('notifyAt')}
          <HourChoice
            name={text('notifyAtName')}
            value={notifyAt}
            onChoose={(hour) => void service.choose({ notifyAt: hour })}
          />
        </div>
      )}
      <p role="status" class="said">
        {saidOfNotifying.value}
      </p>
    </fieldset>
  );
}

/** What single keys do on pages, with the keys as the reader has them. */
function pageKeysLabel(chosen: KeyChoices): string {
  const keys = (['next', 'previous', 'save', 'dismiss'] as const).map((id) => keyNow(chosen, id));
  return keys.every(Boolean) ? text('pageKeys', ...keys) : text('pageKeysUnset');
}

/** How opening a paper, the pages of the sites and the deck behave. */
export function Reading({ service }: Props): JSX.Element {
  const options = service.options.value;
  return (
    <fieldset>
      <legend>{text('readingTitle')}</legend>
      <Toggle
        value="starts-reading"
        label={text('startsReading')}
        isOn={options?.startsReading}
        onChange={(startsReading) => void service.choose({ startsReading })}
      />
      <Toggle
        value="page-bar"
        label={text('pageBar')}
        isOn={options?.pageBar}
        onChange={(pageBar) => void service.choose({ pageBar })}
      />
      <Toggle
        value="page-keys"
        label={pageKeysLabel(options?.keys ?? {})}
        isOn={options?.pageKeys}
        onChange={(pageKeys) => void service.choose({ pageKeys })}
      />
      <Toggle
        value="link-marks"
        label={text('linkMarks')}
        isOn={options?.linkMarks}
        onChange={(linkMarks) => void service.choose({ linkMarks })}
      />
      <Toggle
        value="thumbnails"
        label={text('thumbnails')}
        isOn={options?.thumbnails}
        onChange={(thumbnails) => void service.choose({ thumbnails })}
      />
    </fieldset>
  );
}
