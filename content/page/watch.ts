import { markName, partOf } from '../controls/cards';

/** What `watchPage` tells of. */
export interface PageEvents {
  /** The page's content or address may have changed. */
  onPage(): void;
  /** The page's own program has taken over the server's markup in one part of the page. */
  onHydrated(part: Element): void;
  /** The reader leaves the page. */
  onLeave(): void;
  /** The reader is back: from the back/forward cache, where no event reached the page, or after a long while. */
  onReturn(): void;
  readonly signal: AbortSignal;
}

/** Tells our own changes of the page from the page's. */
export interface Ours {
  isOwnDoing(mutation: MutationRecord): boolean;
}

/** How long changes are gathered before the page is read again, in ms. */
const gatherFor = 60;

/** An attribute of ours on the page's own markup, left there to see what becomes of it. */
const probeName = 'data-offprint-probe';

/**
 * Watches a page from its first element on, with one observer and no polling. A single-page site
 * changes its address along with its content, so the observer sees navigation as well.
 *
 * Nothing tells when a page has hydrated. Three traces do, and each stands alone: Svelte 5 takes
 * away the `onload` that its server wrote on images; Svelte 4 takes away attributes that it does
 * not know, such as our probe; and any change that a page makes among its cards shows that its
 * program runs.
 */
export function watchPage(document: Document, ours: Ours, events: PageEvents): void {
  const { signal } = events;
  let gathering: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver((mutations) => {
    const foreign = mutations.filter((mutation) => !ours.isOwnDoing(mutation));
    for (const mutation of foreign)
      if (showsHydration(mutation)) events.onHydrated(partOf(mutation.target));
    if (document.readyState === 'loading') probe(document);
    else if (foreign.length)
      gathering ??= setTimeout(() => {
        gathering = undefined;
        // The page may have been left meanwhile, and has no window then.
        if (document.defaultView) events.onPage();
      }, gatherFor);
  });
  observer.observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['onload', markName, probeName],
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(gathering);
  });
  // Before the page's own deferred programs, for which `DOMContentLoaded` waits.
  document.addEventListener('readystatechange', () => events.onPage(), { once: true, signal });
  document.defaultView?.addEventListener('popstate', () => events.onPage(), { signal });
  watchReader(document, events);
}

/** How long a tab must have been hidden for its return to be another visit, in ms. */
const longAway = 30 * 60_000;

function watchReader(document: Document, { onLeave, onReturn, signal }: PageEvents): void {
  const view = document.defaultView;
  view?.addEventListener('pagehide', () => onLeave(), { signal });
  view?.addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (persisted) onReturn();
    },
    { signal },
  );
  let hiddenAt = Number.POSITIVE_INFINITY;
  const onVisibility = () => {
    if (document.visibilityState === 'hidden') hiddenAt = Date.now();
    else if (Date.now() - hiddenAt >= longAway) onReturn();
  };
  document.addEventListener('visibilitychange', onVisibility, { signal });
}

function probe(document: Document): void {
  for (const element of document.querySelectorAll(`[data-props] > :not([${probeName}])`))
    element.setAttribute(probeName, '');
}

function showsHydration(mutation: MutationRecord): boolean {
  const { type, target, attributeName, addedNodes, removedNodes } = mutation;
  if (type === 'attributes')
    return attributeName !== markName && !(target as Element).hasAttribute(attributeName ?? '');
  return [...addedNodes, ...removedNodes].some(
    (node) => node instanceof Element && isAmongCards(node),
  );
}

function isAmongCards(node: Element): boolean {
  return (
    node.hasAttribute(markName) || !!node.parentElement?.querySelector(`:scope > [${markName}]`)
  );
}
