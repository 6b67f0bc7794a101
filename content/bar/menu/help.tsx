import type { JSX } from 'preact';
import { type MessageKey, text } from '../../../lib/text';
import type { BarService } from '../service';
import { pageKeys, type Shortcut } from '../shortcuts';

const words = {
  next: 'barKeyNext',
  previous: 'barKeyPrevious',
  nextAll: 'barKeyNextAll',
  previousAll: 'barKeyPreviousAll',
  save: 'barKeySave',
  dismiss: 'barKeyDismiss',
  undo: 'barKeyUndo',
  tag: 'barKeyTag',
  note: 'noteName',
  open: 'barKeyOpen',
  read: 'barKeyRead',
  help: 'barKeyHelp',
  close: 'barKeyClose',
} as const satisfies Record<Shortcut, MessageKey>;

/** Every key of the page, and the switch for all of them. */
export function Help({ service }: { readonly service: BarService }): JSX.Element {
  const { hasKeys } = service.state;
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
        {Object.entries(pageKeys).map(([key, shortcut]) => (
          <div key={key}>
            <dt>
              <kbd>{key === 'Escape' ? 'Esc' : key}</kbd>
            </dt>
            <dd>{text(words[shortcut])}</dd>
          </div>
        ))}
      </dl>
      <p class="quiet">{text('keysTyping')}</p>
    </>
  );
}
