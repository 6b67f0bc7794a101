import { readSearchIndex, type SearchIndex, search, updateSearchIndex } from '../../store/search';
import type { Changed } from './refresher';

/** The search texts, read when first searched and kept up to date afterwards. */
export class SearchCache {
  #index: Promise<SearchIndex> | undefined;

  /** Ids of the papers that hold every word, newest first. */
  async find(query: string): Promise<readonly string[]> {
    this.#index ??= readSearchIndex();
    const reading = this.#index;
    try {
      return search(await reading, query);
    } catch (error) {
      if (this.#index === reading) this.#index = undefined;
      throw error;
    }
  }

  /** Takes up what has changed since; nothing is read until the first search. */
  note(changed: Changed): void {
    if (changed === 'all') this.#index = undefined;
    else this.#index = this.#index?.then((index) => updateSearchIndex(index, changed));
    this.#index?.catch(() => {
      this.#index = undefined;
    });
  }
}
