import type { JSX } from 'preact';
import type { pageCommands } from '../../../lib/keymap/commands';
import { keysByCommand } from '../../../lib/keymap/keymap';
import { pageTexts } from '../../../lib/keymap/texts';
import { text } from '../../../lib/text';
import type { BarService } from '../service';

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
              {keys.map((key) => (
                <kbd key={key}>{key.replace('Escape', 'Esc').replace(/^[A-Z]$/, 'Shift $&')}</kbd>
              ))}
            </dt>
            <dd>{text(pageTexts[command as keyof typeof pageCommands][1])}</dd>
          </div>
        ))}
      </dl>
      <p class="quiet">{text('keysTyping')}</p>
    </>
  );
}
