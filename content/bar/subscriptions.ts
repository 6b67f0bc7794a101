import { computed, effect } from '@preact/signals-core';
import { onBarChoices, readBarChoices } from '../../lib/bar-choices';
import { type BarOptions, onBarOptions, readBarOptions } from '../../lib/bar-options';
import { onBroadcast } from '../../lib/broadcasts';
import { coalesced } from '../../lib/coalesced';
import { pageCommands } from '../../lib/keymap/commands';
import { keysNow } from '../../lib/keymap/hints';
import { keymapIn, keysByCommand } from '../../lib/keymap/keymap';
import { ask } from '../../lib/messages';
import { onPollState } from '../../lib/poll-changes';
import type { PageView, SharedPage } from '../page/shared-page';
import type { BarState } from './state';

/** Keeps the state true: to the page, the reader's choices, and the days around. */
export async function subscribe(
  page: SharedPage,
  state: BarState,
  onError: (error: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  onBarChoices((choices) => {
    state.choices.value = choices;
  }, signal);
  const [choices, options] = await Promise.all([readBarChoices(), readBarOptions()]);
  state.choices.value = choices;
  subscribeToPage(page, state, options, signal);
  leaveBehind(state, signal);
  tellKeys(state, signal);
  subscribeToDays(state, onError, signal);
}

/** The bar is for digests that list something, where the reader has not turned it off. */
function subscribeToPage(
  page: SharedPage,
  state: BarState,
  first: BarOptions,
  signal: AbortSignal,
): void {
  let options = first;
  let latest: PageView | undefined;
  const show = (): void => {
    const { pageBar, withoutControls } = options;
    const isWanted =
      pageBar &&
      latest?.visit.shows === 'digest' &&
      latest.papers.length > 0 &&
      !withoutControls.includes(latest.kind);
    state.hasKeys.value = options.pageKeys;
    state.ranks.value = options.ranks;
    state.widens.value = options.widens;
    state.keymap.value = keymapIn(pageCommands, 'page', options.keys);
    state.view.value = isWanted ? latest : undefined;
  };
  onBarOptions((changed) => {
    options = changed;
    show();
  }, signal);
  page.onView((view) => {
    latest = view;
    show();
  }, signal);
}

/** The tooltips name keys where these are turned on. */
function tellKeys({ hasKeys, keymap }: BarState, signal: AbortSignal): void {
  const stop = effect(() => {
    keysNow.value = hasKeys.value ? keysByCommand(keymap.value) : new Map();
  });
  signal.addEventListener('abort', stop);
}

/** What was said and opened on one digest goes with it. */
function leaveBehind({ view, notice, sheet }: BarState, signal: AbortSignal): void {
  const digest = computed(() => view.value?.visit.digest);
  const stop = effect(() => {
    void digest.value;
    notice.value = undefined;
    sheet.value = undefined;
  });
  signal.addEventListener('abort', stop);
}

function subscribeToDays(
  state: BarState,
  onError: (error: unknown) => void,
  signal: AbortSignal,
): void {
  const visit = computed(() => state.view.value?.visit.visitAt);
  const learn = coalesced(async () => {
    const view = state.view.peek();
    if (!view) return;
    const { day } = view.visit;
    const neighbourDays = await ask('pageBar', day ? { day } : {}).catch(onError);
    if (neighbourDays && state.view.peek()?.visit.visitAt === view.visit.visitAt)
      state.neighbourDays.value = neighbourDays;
  });
  const stop = effect(() => {
    if (visit.value === undefined) state.neighbourDays.value = undefined;
    else void learn();
  });
  onBroadcast(
    'changed',
    ({ isAll }) => {
      if (isAll) void learn();
    },
    signal,
  );
  // What happened elsewhere is not told: it is asked for when the reader is back.
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'visible') void learn();
    },
    { signal },
  );
  onPollState(() => void learn(), signal);
  signal.addEventListener('abort', stop);
}
