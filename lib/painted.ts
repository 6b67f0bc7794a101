/**
 * Resolves once what was drawn so far is on screen; at once in a page that nobody sees. Of two timers the second comes after
 * all that the frame itself has left to do, so that what follows keeps nobody from seeing it.
 */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    const next = () => setTimeout(resolve);
    if (document.hidden) next();
    else requestAnimationFrame(() => setTimeout(next));
  });
}
