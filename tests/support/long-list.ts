/** How high every element is, in CSS pixels; see `completeJsdom`. */
const windowHeight = 900;

/** The height that an element's only child gives itself, as the rows of a long list do. */
function contentHeight(this: HTMLElement): number {
  const child = this.firstElementChild;
  const own = child instanceof HTMLElement ? Number.parseFloat(child.style.height) : Number.NaN;
  return Number.isNaN(own) ? windowHeight : Math.max(own, windowHeight);
}

function scrollTo(this: HTMLElement, { top = 0 }: ScrollToOptions): void {
  this.scrollTop = top;
  this.dispatchEvent(new Event('scroll'));
}

function showModal(this: HTMLDialogElement): void {
  const before = document.activeElement;
  this.open = true;
  this.querySelector<HTMLElement>('button, input, select, textarea')?.focus();
  // Behind every listener of the page, since a browser closes it when they are done.
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) this.close();
  };
  addEventListener('keydown', onKey);
  this.addEventListener('close', () => {
    removeEventListener('keydown', onKey);
    if (before instanceof HTMLElement) before.focus();
  });
}

function close(this: HTMLDialogElement): void {
  if (!this.open) return;
  this.open = false;
  this.dispatchEvent(new Event('close'));
}

/**
 * Adds what the library uses besides: a list that is longer than the window and scrolls, and dialogs
 * that take the focus, close with Escape and give the focus back.
 */
export function completeLibrary(): void {
  const { prototype } = HTMLElement;
  Object.defineProperty(prototype, 'clientHeight', { configurable: true, get: () => windowHeight });
  Object.defineProperty(prototype, 'scrollHeight', { configurable: true, get: contentHeight });
  Object.assign(prototype, { scrollTo });
  Object.assign(HTMLDialogElement.prototype, { showModal, close });
  Object.assign(globalThis, { matchMedia: () => new EventTarget() });
}
