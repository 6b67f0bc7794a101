/** Resolves once what was drawn so far is on screen; at once in a page that nobody sees. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    const next = () => setTimeout(resolve);
    if (document.hidden) next();
    else requestAnimationFrame(next);
  });
}
