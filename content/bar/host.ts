import { effect, untracked } from '@preact/signals';
import { type ComponentChild, render } from 'preact';
import style from './bar.css?inline';
import type { BarState } from './state';

/** The attribute that makes room for the bar below the end of the page. */
const roomName = 'data-offprint-bar';

/**
 * Shows the bar at the end of `body`, behind every tree of the page's own: there it may stand before
 * the page has hydrated. It takes no place in the layout; only the end of the page gets some room,
 * so that the site's footer can be scrolled clear of it.
 */
export function mountBar(
  document: Document,
  { view, choices }: BarState,
  bar: ComponentChild,
  signal: AbortSignal,
): void {
  const host = document.createElement('offprint-bar');
  const root = host.attachShadow({ mode: 'open' });
  for (const type of ['click', 'change', 'input', 'keydown'])
    root.addEventListener(type, stopUntrusted, { capture: true });
  const sheet = document.createElement('style');
  sheet.textContent = style;
  const box = document.createElement('div');
  root.append(sheet, box);
  const stop = effect(() => {
    const isShown = view.value !== undefined;
    if (isShown && !host.isConnected) {
      document.body.append(host);
      untracked(() => render(bar, box));
    } else if (!isShown) host.remove();
    const takesRoom = isShown && !choices.value.isCollapsed;
    document.documentElement.toggleAttribute(roomName, takesRoom);
  });
  signal.addEventListener('abort', () => {
    stop();
    render(null, box);
    host.remove();
    document.documentElement.removeAttribute(roomName);
  });
}

/** A script of the page presses, chooses and types nothing here. */
function stopUntrusted(event: Event): void {
  if (event.isTrusted) return;
  event.stopImmediatePropagation();
  event.preventDefault();
}
