import { announceChange } from '../../lib/announce';
import { connection } from '../../store/database/connection';
import { rebuildMonths } from '../../store/derived/months';
import { rebuildSearch } from '../../store/search/build';
import { generateLibrary, type LibraryBatch, type LibraryOptions } from './generate';
import { putBatch } from './put';

let batches: AsyncIterator<LibraryBatch> | undefined;
let finishing: Promise<void> | undefined;

/** How long a step may take, in ms: whoever drives the browser gives up on a long one. */
const patience = 5000;

/** The rows were put past the store's own code, which may have prepared an empty list before. */
async function finish(): Promise<void> {
  await rebuildSearch();
  await rebuildMonths();
  await announceChange();
}

const library = {
  /** Begins a list; `step` makes it. */
  start(options: LibraryOptions): void {
    batches = generateLibrary(options);
    finishing = undefined;
  },

  /** Puts one batch, in one transaction, or goes on preparing the search; false when all is done. */
  async step(): Promise<boolean> {
    const next = await batches?.next();
    if (!next || next.done) {
      finishing ??= finish();
      const isLate = new Promise<boolean>((resolve) => setTimeout(resolve, patience, true));
      return Promise.race([finishing.then(() => false), isLate]);
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
