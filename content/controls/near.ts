/** How far beyond the screen entries count as near. */
const rootMargin = '200%';

/** Knows which entries of a long list are on screen or near it: a list may be hundreds of screens long. */
export class Near {
  readonly #near = new WeakSet<Element>();
  readonly #observer: IntersectionObserver;

  /** @param onNear More entries are near. */
  constructor(onNear: () => void, signal: AbortSignal) {
    this.#observer = new IntersectionObserver(
      (entries) => {
        const near = entries.filter(({ isIntersecting }) => isIntersecting);
        for (const { target } of near) this.add(target);
        if (near.length) onNear();
      },
      { rootMargin },
    );
    signal.addEventListener('abort', () => this.#observer.disconnect());
  }

  /** Tells whether an entry is near, or was; one that is not is watched. */
  has(element: Element): boolean {
    const isNear = this.#near.has(element);
    if (!isNear) this.#observer.observe(element);
    return isNear;
  }

  /** Has an entry be near from now on. */
  add(element: Element): void {
    this.#near.add(element);
    this.#observer.unobserve(element);
  }
}
