/** How long an opening may take before it counts as blocked, and once the browser says that it is, in ms. */
const [patience, patienceWhenBlocked] = [4000, 500];

/** The time that an opening may take; what the upgrade itself takes does not count. */
export interface Waiting {
  /** The browser says that others have to close first; most do within a moment. */
  blocked(): void;
  /** Nothing is waited for any more. */
  end(): void;
}

/**
 * Begins to wait.
 * @param block Called when it takes too long.
 */
export function waitFor(block: () => void): Waiting {
  let timer = setTimeout(block, patience);
  const end = () => clearTimeout(timer);
  return {
    blocked() {
      end();
      timer = setTimeout(block, patienceWhenBlocked);
    },
    end,
  };
}
