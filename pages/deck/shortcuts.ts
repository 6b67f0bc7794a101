import type { Shortcut } from '../shared/listen-to-keys';
import { type DeckCommands, type DeckDecision, decisions } from './paper-commands';
import type { DeckAction } from './parts/actions';
import type { DeckState } from './state';

const keysOf = {
  dismiss: { keys: ['ArrowLeft', 'x'], key: '←', says: 'deckDismiss' },
  save: { keys: ['ArrowRight', 's'], key: '→', says: 'deckSave' },
  later: { keys: ['ArrowDown', ' '], key: '↓', says: 'deckLater' },
} as const satisfies Readonly<Record<DeckDecision, object>>;

const group = 'deckKeys';

function deciding(commands: DeckCommands): (DeckAction & Pick<Shortcut, 'keys'>)[] {
  return (Object.keys(decisions) as DeckDecision[]).map((name) => ({
    ...keysOf[name],
    name,
    run: () => void commands.decide(name, Date.now()),
  }));
}

function tag({ isTagging }: DeckState): () => void {
  return () => {
    isTagging.value = true;
  };
}

function rule({ isRuling }: DeckState): () => void {
  return () => {
    isRuling.value = true;
  };
}

function showKeys({ areKeysShown }: DeckState): () => void {
  return () => {
    areKeysShown.value = true;
  };
}

/** The buttons below the paper on top. */
export function actionsOf(state: DeckState, commands: DeckCommands): readonly DeckAction[] {
  const [dismiss, save, later] = deciding(commands);
  const undo = () => void commands.undo(Date.now());
  const open = () => void commands.open(Date.now());
  const help = showKeys(state);
  return [
    dismiss,
    save,
    { name: 'tag', key: '↑', says: 'deckTag', run: tag(state) } as const,
    later,
    { name: 'undo', key: 'u', says: 'deckUndo', run: undo } as const,
    { name: 'open', key: 'o', says: 'deckOpen', run: open } as const,
    { name: 'keys', key: '?', says: 'deckHelp', run: help } as const,
  ].filter((action) => action !== undefined);
}

/** Everything that a key does now. One that is held does it once: each time it would meet another paper. */
export function shortcutsOf(state: DeckState, commands: DeckCommands): readonly Shortcut[] {
  return shortcutsNow(state, commands).map((shortcut) => ({ ...shortcut, isOnce: true }));
}

function shortcutsNow(state: DeckState, commands: DeckCommands): readonly Shortcut[] {
  const undo = () => commands.undo(Date.now());
  const help = showKeys(state);
  const close = () => {
    state.notice.value = undefined;
    commands.giveUp();
  };
  const always: Shortcut[] = [
    { group, keys: ['u', 'Mod+z'], does: 'deckUndo', run: undo },
    { group, keys: ['Escape'], does: 'deckClose', run: close },
    { group, keys: ['?'], does: 'keyKeys', run: help },
  ];
  if (!state.current.value) return always;
  return [
    ...deciding(commands).map(({ keys, says, run }) => ({ group, keys, does: says, run }) as const),
    { group, keys: ['ArrowUp', 't'], does: 'deckTag', run: tag(state) },
    { group, keys: ['f'], does: 'deckRules', run: rule(state) },
    { group, keys: ['o'], does: 'deckOpen', run: () => commands.open(Date.now()) },
    ...always,
  ];
}
