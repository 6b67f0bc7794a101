import type { Marks } from './marks';

/** How long changes of a page are gathered, in ms. */
const gatherFor = 400;

/**
 * Keeps the marks true until the signal aborts: when the page changes, and when the reader comes back to it, since papers may
 * have been saved elsewhere meanwhile. One look follows another; a page that changes for ever is looked at less than it changes.
 */
export function keepMarks(
  document: Document,
  marks: Pick<Marks, 'draw' | 'forget' | 'remove'>,
  onError: (error: unknown) => void,
  signal: AbortSignal,
): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let drawing = Promise.resolve();
  const draw = (after: number): void => {
    if (signal.aborted) return;
    waiting ??= setTimeout(() => {
      drawing = drawing.then(async () => {
        waiting = undefined;
        if (!signal.aborted) await marks.draw().catch(onError);
        if (signal.aborted) marks.remove();
      });
    }, after);
  };
  const observer = new MutationObserver(() => draw(gatherFor));
  observer.observe(document, { childList: true, subtree: true, attributeFilter: ['href'] });
  const renew = () => {
    if (document.visibilityState === 'hidden') return;
    marks.forget();
    draw(0);
  };
  document.addEventListener('visibilitychange', renew, { signal });
  document.defaultView?.addEventListener('pageshow', ({ persisted }) => persisted && renew(), {
    signal,
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(waiting);
    marks.remove();
  });
  draw(0);
}
