import type { RefObject } from 'preact';
import { isLayerOpen } from '../../../components/ui/layers';
import { onBarOptions, readBarOptions } from '../../../lib/bar-options';
import {
  type CommandId,
  type CommandOf,
  commandOf,
  commands,
  type View,
} from '../../../lib/keymap/commands';
import { keysNow } from '../../../lib/keymap/hints';
import { type KeyChoices, type Keymap, keymapIn, keysByCommand } from '../../../lib/keymap/keymap';
import { namesOf } from '../../../lib/keymap/names';
import { report } from '../../../lib/report';

/**
 * What the commands of a view do, told which of their keys was pressed, as `namesOf` names it; `false` says that there
 * was nothing to do, and the key is the browser's.
 */
export type Handlers<Where extends View> = {
  readonly [Id in CommandOf<Where>]: (key: string) => unknown;
};

/** How long a sequence may pause between its keys, in ms. */
const sequencePatience = 1500;

/** The parts of a page in which some keys are not the page's commands. */
export interface OwnKeys {
  /** Those that are scrolled, or gone through, with the arrow keys. */
  readonly arrows: readonly RefObject<HTMLElement | null>[];
  /** Those whose fields Escape leads out of, as a command of the page, where they have no use for it. */
  readonly escape: readonly RefObject<HTMLElement | null>[];
}

function isIn(parts: readonly RefObject<HTMLElement | null>[] = [], element: Element): boolean {
  return parts.some(({ current }) => current?.contains(element));
}

/**
 * Whether a key press belongs to what has the focus: it is being typed in, or it is a control's own. While a form,
 * menu or window is open, all keys are its own.
 */
function isTaken({ target, key }: KeyboardEvent, own: OwnKeys | undefined): boolean {
  if (isLayerOpen()) return true;
  const element = target instanceof Element ? target : undefined;
  if (!element) return false;
  if (key === 'Escape' && isIn(own?.escape, element)) return false;
  const isTypedIn =
    'textarea, select, [contenteditable], input:not([type="checkbox"]):not([type="radio"])';
  if (element.matches(isTypedIn)) return true;
  if (key === 'Enter' || key === ' ') return element.matches('button, a, input, summary');
  if (!/^(Arrow|Home|End)/.test(key)) return false;
  return element.matches('input[type="radio"]') || isIn(own?.arrows, element);
}

/**
 * What each key does in a view, as the reader has chosen; every tooltip of the page says so. `undefined` until that was
 * read: a key that has another meaning must not act with its first one.
 * @param onFirst Called when it was read.
 */
function followKeymap(
  view: View,
  abort: AbortSignal,
  onFirst: () => void,
): () => Keymap | undefined {
  let keymap: Keymap | undefined;
  const take = (chosen: KeyChoices): void => {
    const isFirst = !keymap;
    keymap = keymapIn(commands, view, chosen);
    keysNow.value = keysByCommand(keymap);
    if (isFirst) onFirst();
  };
  abort.addEventListener('abort', () => {
    keysNow.value = new Map();
  });
  onBarOptions(({ keys }) => take(keys), abort);
  readBarOptions().then(
    ({ keys }) => {
      if (!abort.aborted) take(keys);
    },
    (error: unknown) => {
      report('options', error);
      take({});
    },
  );
  return () => keymap;
}

/**
 * Runs the commands of a view as their keys are pressed, until the signal aborts. No key acts while something is
 * typed, or together with a key of the browser's own. Those that are pressed before the reader's choices were read act then.
 */
export function listenToKeys<Where extends View>(
  view: Where,
  handlers: () => Handlers<Where>,
  abort: AbortSignal,
  own?: OwnKeys,
): void {
  const early: KeyboardEvent[] = [];
  const keymapNow = followKeymap(view, abort, () => early.splice(0).forEach(act));
  let begun = '';
  let begunAt = 0;
  const run = (id: CommandId, key: string, event: KeyboardEvent): void => {
    const isHeld = event.repeat && !commandOf(id).repeats;
    if (isHeld || handlers()[id as CommandOf<Where>](key) !== false) event.preventDefault();
  };
  function act(event: KeyboardEvent): void {
    const names = namesOf(event);
    if (names.length === 0 || isTaken(event, own)) return;
    const keymap = keymapNow();
    if (!keymap) {
      early.push(event);
      return;
    }
    const isGoingOn = begun !== '' && event.timeStamp - begunAt < sequencePatience;
    const sequences = isGoingOn ? names.map((name) => `${begun} ${name}`) : names;
    begun = '';
    const whole = sequences.find((one) => keymap.has(one)) ?? '';
    const id = keymap.get(whole);
    if (id) {
      run(id, whole, event);
      return;
    }
    const keys = [...keymap.keys()];
    begun = sequences.find((one) => keys.some((key) => key.startsWith(`${one} `))) ?? '';
    begunAt = event.timeStamp;
    if (begun) event.preventDefault();
  }
  const onKey = (event: KeyboardEvent): void => {
    if (!event.isComposing && !event.defaultPrevented) act(event);
  };
  addEventListener('keydown', onKey, { signal: abort });
}
