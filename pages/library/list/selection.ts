import type { PaperId } from '../../../papers/paper';
import type { LibraryState } from '../state';

/** Which papers of the list are selected. */
export class Selection {
  /** Where a range begins. */
  #anchor: PaperId | undefined;

  constructor(private readonly state: Pick<LibraryState, 'selected' | 'listing'>) {}

  /** Selects a paper, or no longer. */
  toggle(id: PaperId): void {
    const selected = new Set(this.state.selected.value);
    if (!selected.delete(id)) selected.add(id);
    this.#anchor = id;
    this.state.selected.value = selected;
  }

  /** Selects everything from the last one selected to this one. */
  extend(id: PaperId): void {
    const ids = this.#found();
    const from = ids.indexOf(this.#anchor ?? id);
    const to = ids.indexOf(id);
    if (from === -1) {
      this.toggle(id);
      return;
    }
    const range = ids.slice(Math.min(from, to), Math.max(from, to) + 1);
    this.state.selected.value = new Set([...this.state.selected.value, ...range]);
  }

  /** Selects all that was found. */
  all(): void {
    this.state.selected.value = new Set(this.#found());
  }

  /** Selects nothing. */
  clear(): void {
    this.#anchor = undefined;
    this.state.selected.value = new Set();
  }

  #found(): readonly PaperId[] {
    const { ids = [], left } = this.state.listing.value ?? {};
    return left === undefined ? ids : ids.filter((id) => id !== left);
  }
}
