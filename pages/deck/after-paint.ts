/** Who waits for the frame under way. */
const waiting = new Set<() => void>();
let isListening = false;

/**
 * Resolves when the frame under way is painted, so that what the reader waits for comes before what is to be
 * written; at once where no frame will come, since the page is hidden or is being left.
 */
export function afterPaint(): Promise<void> {
  if (document.hidden) return Promise.resolve();
  if (!isListening) {
    addEventListener('pagehide', goOn);
    document.addEventListener('visibilitychange', goOn);
    isListening = true;
  }
  return new Promise((resolve) => {
    if (waiting.size === 0) requestAnimationFrame(afterwards);
    waiting.add(resolve);
  });
}

/** A message sent within a frame arrives when that is painted. */
function afterwards(): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    goOn();
  };
  port2.postMessage('');
}

function goOn(): void {
  const all = [...waiting];
  waiting.clear();
  for (const resolve of all) resolve();
}
