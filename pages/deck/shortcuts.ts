import type { CommandOf } from '../../lib/keymap/commands';
import { keysNow } from '../../lib/keymap/hints';
import { writtenKeys } from '../../lib/keymap/written';
import { isMac } from '../shared/keys/help';
import type { Handlers } from '../shared/keys/listen';
import type { DeckCommands } from './paper-commands';
import type { DeckAction } from './parts/actions';
import { openRules } from './rules-on-top';
import type { DeckState } from './state';

/** Everything that a key does in the deck. */
export function handlersOf(state: DeckState, commands: DeckCommands): Handlers<'deck'> {
  const { card, current, isTagging, areKeysShown, notice } = state;
  /** Nothing that is about the paper on top is done where there is none. */
  const onTop = (work: () => unknown) => () => current.value !== undefined && work();
  return {
    save: onTop(() => commands.decide('save', Date.now())),
    dismiss: onTop(() => commands.decide('dismiss', Date.now())),
    putOff: onTop(() => commands.decide('later', Date.now())),
    tag: onTop(() => {
      isTagging.value = true;
    }),
    follow: onTop(() => openRules(state)),
    open: onTop(() => card.current?.querySelector<HTMLElement>('[data-link]')?.click()),
    undo: () => commands.undo(Date.now()),
    help: () => {
      areKeysShown.value = true;
    },
    close: () => {
      notice.value = undefined;
      commands.giveUp();
    },
  };
}

const buttons = [
  ['dismiss', 'dismiss', 'deckDismiss'],
  ['save', 'save', 'deckSave'],
  ['tag', 'tag', 'deckTag'],
  ['later', 'putOff', 'deckLater'],
  ['undo', 'undo', 'deckUndo'],
  ['open', 'open', 'deckOpen'],
  ['keys', 'help', 'deckHelp'],
] as const satisfies readonly (readonly [string, CommandOf<'deck'>, DeckAction['says']])[];

/** The buttons below the paper on top, each with its letter as it is now. */
export function actionsOf(state: DeckState, commands: DeckCommands): readonly DeckAction[] {
  const handlers = handlersOf(state, commands);
  return buttons.map(([name, command, says]) => {
    const [key = ''] = keysNow.value.get(command) ?? [];
    return { name, command, key: writtenKeys(key, isMac).join(' '), says, run: handlers[command] };
  });
}
