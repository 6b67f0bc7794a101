import type { Drawn } from './in-page-bare';

/** When a key's rows and counts were painted, in ms since the key, and what was drawn. */
export interface Key {
  readonly typed: string;
  readonly rows: number;
  /** 0 where no count changed. */
  readonly counts: number;
  readonly drawn: Drawn;
}

/**
 * Puts something into the library's search box and resolves when nothing has happened for a while. Rows are there
 * when the marks in them are of all that was typed, counts when the side of the page changed last. Runs in the page.
 */
export async function typeTo(typed: string, quiet: number): Promise<Key> {
  const [input, side, list] = ['.search input', '.side', '[data-list]'].map((part) =>
    document.querySelector(part),
  );
  if (!(input instanceof HTMLInputElement) || !side || !list) throw new Error('No search box');
  const isMarked = () =>
    [...document.querySelectorAll('[data-list] mark')].some(
      (mark) => mark.textContent?.toLowerCase() === typed,
    );
  const painted = (then: () => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = then;
      port2.postMessage('');
    });
  const found = { typed, rows: 0, counts: 0, drawn: { rows: '', side: '' } };
  const start = performance.now();
  let [changedAt, isThere] = [start, false];
  const onRows = () => {
    found.rows = performance.now() - start;
    found.drawn.rows = document.querySelector('[data-list]')?.innerHTML ?? '';
  };
  const onCounts = () => {
    found.counts = performance.now() - start;
  };
  const observer = new MutationObserver((records) => {
    changedAt = performance.now();
    if (!isThere && isMarked()) painted(onRows);
    isThere ||= isMarked();
    if (records.some(({ target }) => side.contains(target))) painted(onCounts);
  });
  observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  input.value = typed;
  input.setSelectionRange(typed.length, typed.length);
  input.dispatchEvent(new Event('input', { bubbles: true }));
  while (!found.rows || performance.now() - changedAt < quiet) {
    if (performance.now() - start > 20_000) throw new Error(`“${typed}” marks no row`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  observer.disconnect();
  found.drawn.side = side.innerHTML;
  return found;
}
