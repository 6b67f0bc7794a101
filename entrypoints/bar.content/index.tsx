import '../../content/bar/page.css';
import { computed, effect, signal as signalOf } from '@preact/signals-core';
import { Fragment, options } from 'preact';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { Bar } from '../../content/bar/bar';
import { CardNavigation } from '../../content/bar/card-navigation';
import { type Parts, share } from '../../content/bar/common';
import { mountBar } from '../../content/bar/host';
import { Layout } from '../../content/bar/layout';
import { BarService } from '../../content/bar/service';
import { commandPressed } from '../../content/bar/shortcuts';
import { type BarState, makeState, type OwnField } from '../../content/bar/state';
import { subscribe } from '../../content/bar/subscriptions';
import { type SharedPage, sharedPage } from '../../content/page/shared-page';
import { report } from '../../lib/report';
import type { PaperId } from '../../papers/paper';
import { digestMatches } from '../../sites/hosts';

export default defineContentScript({
  matches: digestMatches,
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  async main(context) {
    const { signal } = context;
    const page = sharedPage();
    if (!page) return;
    // The controls on the cards come first.
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 500 }));
    if (signal.aborted) return;
    const state = makeState();
    const parts = signalOf<Parts>({});
    share({ preact: { Fragment, options }, parts }, signal);
    const layout = new Layout(document, page, state, parts, signal);
    const service = new BarService(state, page, new CardNavigation(document, page, layout), parts);
    mountBar(document, () => <Bar service={service} />, service, signal);
    listen(page, state, service, signal);
    const onError = (error: unknown) => {
      if (context.isValid) report('page bar', error);
    };
    await subscribe(page, state, onError, signal);
  },
});

/** Keys act while there is a bar to say what they did. */
function listen(page: SharedPage, state: BarState, service: BarService, signal: AbortSignal): void {
  const isShown = computed(() => state.view.value !== undefined);
  const key = (event: KeyboardEvent): void => {
    const isListening = state.hasKeys.peek() || isInBar(event);
    const command = isListening ? commandPressed(event, document, state.keymap.peek()) : undefined;
    if (command && service.press(command)) event.preventDefault();
  };
  const read = (id: PaperId, field?: OwnField): void => void service.read(id, field);
  const stop = effect(() => {
    if (!isShown.value) return undefined;
    const shown = new AbortController();
    page.answer({ key, read }, shown.signal);
    window.addEventListener('keydown', key, { signal: shown.signal });
    return () => shown.abort();
  });
  // The order chosen last is shown by the part that offers it.
  const isSorted = computed(() => isShown.value && state.sort.value !== 'site');
  const stopLoading = effect(() => {
    if (isSorted.value) service.load('bar-menu');
  });
  signal.addEventListener('abort', () => {
    stop();
    stopLoading();
  });
}

/** In what is Offprint's own the keys need no turning on. */
function isInBar({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.nodeName === 'OFFPRINT-BAR';
}
