import { announceChange } from '../../lib/changes';
import { connection } from '../../store/connection';
import { rebuildMonths } from '../../store/months';
import { rebuildSearch } from '../../store/search/build';
import { generateLibrary, type LibraryBatch, type LibraryOptions } from './generate';
import { putBatch } from './put';

let batches: AsyncIterator<LibraryBatch> | undefined;

const library = {
  /** Begins a list; `step` makes it. */
  start(options: LibraryOptions): void {
    batches = generateLibrary(options);
  },

  /** Puts one batch, in one transaction; false when there was none left. */
  async step(): Promise<boolean> {
    const next = await batches?.next();
    if (!next || next.done) {
      // The rows were put past the store's own code, which may have prepared an empty list before.
      await rebuildSearch();
      await rebuildMonths();
      await announceChange('all');
      return false;
    }
    await putBatch(await connection(), next.value);
    return true;
  },
};

/** What a page has on its global object once it has evaluated this module. */
export interface LibraryWindow {
  offprintLibrary: typeof library;
}

(globalThis as unknown as LibraryWindow).offprintLibrary = library;
