/**
 * Copies a text that is still being made, as the browser allows for a few seconds after a click or key only: it is asked at once, and given
 * the text when that is there. Call within a click or key, and wait for as little as possible before.
 * @param making `undefined` where there is nothing to be copied; then nothing is.
 * @throws What making it does; DOMException when the browser allows no copying.
 */
export async function copyWhenMade(making: Promise<string | undefined>): Promise<void> {
  const { clipboard } = navigator;
  if (typeof ClipboardItem !== 'undefined' && clipboard.write) {
    try {
      await clipboard.write([new ClipboardItem({ 'text/plain': making.then(blobOf) })]);
      return;
    } catch {
      // Told apart by what making it came to; an engine that takes no text to come gets it when it is there.
    }
  }
  const made = await making;
  if (made !== undefined) await clipboard.writeText(made);
}

function blobOf(made: string | undefined): Blob {
  if (made === undefined) throw new Error('There is nothing to be copied');
  return new Blob([made], { type: 'text/plain' });
}
