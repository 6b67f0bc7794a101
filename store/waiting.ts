/** How long an opening may take before it counts as blocked, and once the browser says that it is, in ms. */
const [patience, patienceWhenBlocked] = [2000, 500];

/** The time that an opening may take; what the upgrade itself takes does not count. */
export class Waiting {
  #timer: ReturnType<typeof setTimeout>;

  /** @param block Called when it takes too long. */
  constructor(private readonly block: () => void) {
    this.#timer = setTimeout(block, patience);
  }

  /** The browser says that others have to close first; most do within a moment. */
  readonly blocked = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.block, patienceWhenBlocked);
  };

  /** Nothing is waited for any more. */
  readonly end = (): void => clearTimeout(this.#timer);
}
