/**
 * Resolves when the frame under way is painted, so that what the reader waits for comes before what is to be
 * written; at once where no frame will come, since the page is hidden or is being left.
 */
export function painted(): Promise<void> {
  if (document.hidden) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = new AbortController();
    const done = () => {
      stop.abort();
      resolve();
    };
    addEventListener('pagehide', done, { signal: stop.signal });
    document.addEventListener('visibilitychange', done, { signal: stop.signal });
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        done();
      };
      port2.postMessage('');
    });
  });
}
