import { markName } from './cards';

/** What `watchPage` tells of. */
export interface PageEvents {
  /** The page's content or address may have changed. */
  onPage(): void;
  /** The page's own program has taken over the server's markup. */
  onHydrated(): void;
  /** The page came back from the back/forward cache, where no event reached it. */
  onReturn(): void;
  readonly signal: AbortSignal;
}

/** Tells our own changes of the page from the page's. */
export interface Ours {
  isOwnDoing(mutation: MutationRecord): boolean;
}

/** How long changes are gathered before the page is read again, in ms. */
const gatherFor = 60;

/**
 * Watches a page with one observer and no polling. A single-page site changes its address along
 * with its content, so the observer sees navigation as well.
 *
 * Nothing tells when a page has hydrated. Three traces do, and each stands alone: Svelte 5 takes
 * away the `onload` that its server wrote on images; Svelte 4 takes away the mark that we left on
 * the cards; and any change that a page makes among its cards shows that its program runs.
 */
export function watchPage(document: Document, ours: Ours, events: PageEvents): void {
  let gathering: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver((mutations) => {
    const foreign = mutations.filter((mutation) => !ours.isOwnDoing(mutation));
    if (foreign.length === 0) return;
    if (foreign.some(showsHydration)) events.onHydrated();
    gathering ??= setTimeout(() => {
      gathering = undefined;
      events.onPage();
    }, gatherFor);
  });
  observer.observe(document.documentElement, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['onload', markName],
  });
  const { signal } = events;
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(gathering);
  });
  const { defaultView } = document;
  defaultView?.addEventListener('popstate', () => events.onPage(), { signal });
  defaultView?.addEventListener(
    'pageshow',
    (event) => {
      if (event.persisted) events.onReturn();
    },
    { signal },
  );
}

function showsHydration(mutation: MutationRecord): boolean {
  const target = mutation.target as Element;
  if (mutation.type === 'attributes')
    return mutation.attributeName === markName || !target.hasAttribute('onload');
  return [...mutation.addedNodes, ...mutation.removedNodes].some(
    (node) => node instanceof Element && (node.hasAttribute(markName) || hasMarkedSibling(node)),
  );
}

function hasMarkedSibling(node: Element): boolean {
  return node.parentElement?.querySelector(`:scope > [${markName}]`) != null;
}
