import type { JSX } from 'preact';
import { keysByCommand } from '../../lib/keymap/keymap';
import { commandTexts } from '../../lib/keymap/texts';
import { writtenKeys } from '../../lib/keymap/written';
import { text } from '../../lib/text';
import type { BarService } from './service';

/** Every key of the page, and the switch for all of them. */
export function Help({ service }: { readonly service: BarService }): JSX.Element {
  const { hasKeys, keymap } = service.state;
  return (
    <>
      <label class="switch">
        <input
          type="checkbox"
          checked={hasKeys.value}
          onChange={({ currentTarget }) => service.useKeys(currentTarget.checked)}
        />
        {text('barKeysSwitch')}
      </label>
      <dl>
        {[...keysByCommand(keymap.value)].map(([command, keys]) => (
          <div key={command} data-command={command}>
            <dt>
              {keys
                .flatMap((key) => writtenKeys(key, false))
                .map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
            </dt>
            <dd>{text(commandTexts[command][1])}</dd>
          </div>
        ))}
      </dl>
      <p class="quiet">{text('keysTyping')}</p>
    </>
  );
}
