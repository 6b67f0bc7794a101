import '../../content/bar/page.css';
import { computed, effect } from '@preact/signals';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { Bar } from '../../content/bar/bar';
import { CardNavigation } from '../../content/bar/card-navigation';
import { mountBar } from '../../content/bar/host';
import { Layout } from '../../content/bar/layout';
import { BarService } from '../../content/bar/service';
import { commandPressed } from '../../content/bar/shortcuts';
import { type BarState, makeState } from '../../content/bar/state';
import { subscribe } from '../../content/bar/subscriptions';
import { type SharedPage, sharedPage } from '../../content/page/shared-page';
import { report } from '../../lib/report';
import { digestMatches } from '../../sites/digest-matches';

export default defineContentScript({
  matches: digestMatches,
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  async main(context) {
    const { signal } = context;
    const page = sharedPage();
    if (!page) return;
    const state = makeState();
    const layout = new Layout(document, page, state, signal);
    const service = new BarService(state, page, new CardNavigation(document, page, layout));
    mountBar(document, state, <Bar service={service} />, signal);
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
    if (!state.hasKeys.peek()) return;
    const command = commandPressed(event, document, state.keymap.peek());
    if (command && service.press(command)) event.preventDefault();
  };
  const read = (id: string): void => void service.run(() => service.read(id));
  const stop = effect(() => {
    if (!isShown.value) return undefined;
    const shown = new AbortController();
    page.answer({ key, read }, shown.signal);
    window.addEventListener('keydown', key, { signal: shown.signal });
    return () => shown.abort();
  });
  signal.addEventListener('abort', stop);
}
