import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { choosable, keyNow, ownerOf, swapped, withKey } from '../../lib/keymap/choose';
import { type CommandId, commandOf, type View } from '../../lib/keymap/commands';
import { canBeChosen, type KeyChoices } from '../../lib/keymap/keymap';
import { namesOf } from '../../lib/keymap/names';
import { commandTexts } from '../../lib/keymap/texts';
import { writtenKeys } from '../../lib/keymap/written';
import { listed, type MessageKey, text } from '../../lib/text';
import { isMac } from '../shared/keys/help';
import type { OptionsService } from './service';

const viewNames = {
  page: 'keysOnPages',
  popup: 'keysInPopup',
  library: 'keysInLibrary',
  deck: 'keysInDeck',
} as const satisfies Record<View, MessageKey>;

/** What came of the key that was pressed last, beside the command that it was pressed for. */
interface Refusal {
  readonly id: CommandId;
  readonly said: string;
  /** Has the two commands swap their keys, where that can be. */
  readonly swap?: KeyChoices | undefined;
}

interface Props {
  readonly chosen: KeyChoices;
  readonly onChoose: (chosen: KeyChoices) => void;
}

const nameOf = (id: CommandId) => text(commandTexts[id][1]);
const written = (key: string) => writtenKeys(key, isMac).join(' ');

/** The letter or sign that a press means; on another script's layout the Latin letter at its place. */
function keyOf(event: KeyboardEvent): string {
  const names = namesOf(event);
  return names.find((name) => /^[a-z]$/i.test(name)) ?? names[0] ?? '';
}

/** Why a command cannot have a key; nothing where it can. */
function refusalOf(chosen: KeyChoices, id: CommandId, key: string): Refusal | undefined {
  if (!canBeChosen(key)) return { id, said: text('keyNoSign') };
  const owner = ownerOf(chosen, key, id);
  if (!owner) return undefined;
  const isTheirs = keyNow(chosen, owner) === key;
  const said = text('keyTaken', written(key), nameOf(owner));
  return { id, said, swap: isTheirs ? swapped(chosen, id, owner) : undefined };
}

function KeyButton(props: {
  readonly id: CommandId;
  readonly keyOf: string;
  /** @param key Empty where the command is to have none. */
  readonly onKey: (key: string) => void;
}): JSX.Element {
  const { id, onKey } = props;
  const [isListening, setListening] = useState(false);
  const key = props.keyOf ? written(props.keyOf) : text('keyNone');
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isListening || event.key === 'Tab' || event.isComposing) return;
    event.preventDefault();
    if (namesOf(event).length === 0 && !event.altKey) return;
    setListening(false);
    if (event.key === 'Backspace' || event.key === 'Delete') onKey('');
    else if (event.key !== 'Escape') onKey(keyOf(event));
  };
  return (
    <button
      type="button"
      class="button key-button"
      data-key-of={id}
      aria-label={
        isListening ? text('keyPressFor', nameOf(id)) : text('keyChange', nameOf(id), key)
      }
      onClick={() => setListening(true)}
      onBlur={() => setListening(false)}
      onKeyDown={onKeyDown}
    >
      {isListening ? text('keyPress') : <kbd>{key}</kbd>}
    </button>
  );
}

function Row(
  props: Props & {
    readonly id: CommandId;
    readonly refusal: Refusal | undefined;
    readonly onRefusal: (refusal: Refusal | undefined) => void;
  },
): JSX.Element {
  const { id, chosen, refusal, onRefusal } = props;
  const choose = (next: KeyChoices) => {
    onRefusal(undefined);
    props.onChoose(next);
  };
  const onKey = (key: string) => {
    const refused = key === '' ? undefined : refusalOf(chosen, id, key);
    if (refused) onRefusal(refused);
    else choose(withKey(chosen, id, key));
  };
  const first = commandOf(id).key;
  const swap = refusal?.swap;
  return (
    <li>
      <span>{nameOf(id)}</span>
      <span class="quiet">{listed(commandOf(id).views.map((view) => text(viewNames[view])))}</span>
      <KeyButton id={id} keyOf={keyNow(chosen, id)} onKey={onKey} />
      {chosen[id] !== undefined && (
        <button type="button" class="link" onClick={() => onKey(first)}>
          {text('keyReset', written(first))}
        </button>
      )}
      {refusal && (
        <div class="said" role="alert">
          {refusal.said}{' '}
          {swap && (
            <button type="button" class="button" onClick={() => choose(swap)}>
              {text('keySwap')}
            </button>
          )}
        </div>
      )}
    </li>
  );
}

/** The key of each command, which the reader can change; conflicts are told before anything is changed. */
export function Keys({ service }: { readonly service: OptionsService }): JSX.Element {
  const [refusal, setRefusal] = useState<Refusal>();
  const chosen = service.options.value?.keys ?? {};
  const choose = (keys: KeyChoices) => void service.choose({ keys });
  return (
    <fieldset class="keymap">
      <legend>{text('keysTitle')}</legend>
      <p class="quiet">{text('keysHint')}</p>
      <details>
        <summary>{text('keysChange')}</summary>
        <ul>
          {choosable.map((id) => (
            <Row
              key={id}
              id={id}
              chosen={chosen}
              onChoose={choose}
              refusal={refusal?.id === id ? refusal : undefined}
              onRefusal={setRefusal}
            />
          ))}
        </ul>
        <button
          type="button"
          class="button"
          data-action="reset-keys"
          disabled={Object.keys(chosen).length === 0}
          onClick={() => choose({})}
        >
          {text('keysReset')}
        </button>
      </details>
    </fieldset>
  );
}
