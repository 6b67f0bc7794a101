import type { CommandOf } from '../../lib/keymap/commands';
import { keysNow } from '../../lib/keymap/hints';
import { writtenKeys } from '../../lib/keymap/written';
import { cite } from '../shared/export/citing';
import { isMac } from '../shared/keys/help';
import type { Handlers } from '../shared/keys/listen';
import { citingIn, openExport, openTop } from './export-papers';
import type { DeckCommands } from './paper-commands';
import type { DeckAction } from './parts/actions';
import { scrollPage } from './parts/scroll-page';
import { type DeckState, keptIn } from './state';
import { toggleTag } from './tag-of-key';

/** Everything that a key does in the deck. */
export function handlersOf(state: DeckState, commands: DeckCommands): Handlers<'deck'> {
  const { scroller, current, isTagging, isRuling, areKeysShown, notice } = state;
  /** Nothing that is about the paper on top is done where there is none. */
  const onTop = (work: () => unknown) => () => current.value !== undefined && work();
  const putOff = onTop(() => commands.decide('later', Date.now()));
  return {
    save: onTop(() => commands.decide('save', Date.now())),
    dismiss: onTop(() => commands.decide('dismiss', Date.now())),
    putOff,
    pageOn: onTop(() => scrollPage(scroller.current, 1) || putOff()),
    tag: onTop(() => {
      isTagging.value = true;
    }),
    recentTag: (key) => toggleTag(state, commands, Number(key) - 1, Date.now()),
    follow: onTop(() => {
      isRuling.value = true;
    }),
    cite: onTop(() => cite(citingIn(commands.service), [current.value?.id ?? ''])),
    export: () => openExport(commands.service, current.value ? [current.value] : keptIn(state)),
    open: onTop(() => openTop(commands.service, commands, Date.now())),
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
    const run = () => handlers[command](key);
    return { name, command, key: writtenKeys(key, isMac).join(' '), says, run };
  });
}
