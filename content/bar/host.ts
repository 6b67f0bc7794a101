import { effect } from '@preact/signals-core';
import { type ComponentChild, render } from 'preact';
import style from './bar.css?inline';
import type { BarService } from './service';

/** The attribute that makes room for the bar below the end of the page. */
const roomName = 'data-offprint-bar';

/**
 * Shows the bar at the end of `body`, behind every tree of the page's own: there it may stand before
 * the page has hydrated. It takes no place in the layout; only the end of the page gets some room,
 * so that the site's footer can be scrolled clear of it.
 */
export function mountBar(
  document: Document,
  bar: () => ComponentChild,
  { state, parts }: Pick<BarService, 'state' | 'parts'>,
  signal: AbortSignal,
): void {
  const host = document.createElement('offprint-bar');
  const root = host.attachShadow({ mode: 'open' });
  for (const type of ['click', 'change', 'input', 'keydown'])
    root.addEventListener(type, stopUntrusted, { capture: true });
  const box = document.createElement('div');
  root.append(sheetOf(document, style), box);
  const styled = new Set<string>();
  const stops = [
    effect(() => {
      const isShown = state.view.value !== undefined;
      if (isShown && !host.isConnected) document.body.append(host);
      else if (!isShown) host.remove();
      document.documentElement.toggleAttribute(roomName, isShown);
    }),
    effect(() => {
      for (const [name, part] of Object.entries(parts.value)) {
        if (styled.has(name)) continue;
        styled.add(name);
        box.before(sheetOf(document, part.style));
      }
    }),
    // All of it is drawn at once: what it reads in doing so is what it is drawn again for.
    effect(() => render(bar(), box)),
  ];
  signal.addEventListener('abort', () => {
    for (const stop of stops) stop();
    render(null, box);
    host.remove();
    document.documentElement.removeAttribute(roomName);
  });
}

function sheetOf(document: Document, style: string): HTMLStyleElement {
  const sheet = document.createElement('style');
  sheet.textContent = style;
  return sheet;
}

/** A script of the page presses, chooses and types nothing here. */
function stopUntrusted(event: Event): void {
  if (event.isTrusted) return;
  event.stopImmediatePropagation();
  event.preventDefault();
}
