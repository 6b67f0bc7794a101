/** Resolves once what was drawn so far is on screen; at once in a page that nobody sees. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    if (document.hidden) port2.postMessage('');
    else requestAnimationFrame(() => port2.postMessage(''));
  });
}
