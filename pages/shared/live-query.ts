import type { Signal } from '@preact/signals';
import type { Change } from '../../lib/changes';
import type { StoreName } from '../../store/database/schema';
import type { Guard } from './guard';

/** The papers that a reading must look at anew; `all` when it is not known which. */
export type Changed = ReadonlySet<string> | 'all';

/** Something that a page shows of the store. */
export interface Query<T> {
  /** The object stores whose change may change it. */
  readonly reads: readonly StoreName[];
  /** Whether a change of some papers may; asked when it is about to be read. Absent where any may. */
  concerns?(ids: ReadonlySet<string>): boolean;
  /** Reads it. What it rejects with is told by the page's guard, and it is read again at the next change. */
  read(changed: Changed): Promise<T>;
  /** Shows what was read. */
  readonly into?: Signal<T>;
}

interface Live {
  readonly query: Query<unknown>;
  /** What has changed since it was last read; absent when nothing has. */
  changed?: Changed | undefined;
  /** Resolves when the reading under way is done. */
  running: Promise<unknown>;
}

/** More changed papers than these are read as if all had changed. */
const mostIds = 2000;

/**
 * The queries of a page. A change is read by those that it concerns and by no others, once a frame, each
 * reading after the one before, so that the last one shown is the last one read.
 */
export class LiveQueries {
  readonly #all: Live[] = [];
  #isScheduled = false;

  /** @param isHeld Whether changes are to wait for `settle`, as they do during a bulk change of the page's own. */
  constructor(
    private readonly guard: Guard['guard'],
    private readonly isHeld = () => false,
  ) {}

  /**
   * Adds a query, to be read at the next change or `refresh`.
   * @returns Reads it now; resolves when that is shown.
   */
  add<T>(query: Query<T>): () => Promise<void> {
    const live: Live = { query: query as Query<unknown>, running: Promise.resolve() };
    this.#all.push(live);
    return () => {
      live.changed = 'all';
      return this.settle();
    };
  }

  /** Takes up a change, to be read in the next frame. */
  note({ stores, ids }: Change): void {
    for (const live of this.#all)
      if (!stores || stores.some((name) => live.query.reads.includes(name as StoreName)))
        outdate(live, ids ? new Set(ids) : 'all');
    if (this.#isScheduled || this.isHeld() || !this.#all.some(isDue)) return;
    this.#isScheduled = true;
    nextFrame(() => {
      this.#isScheduled = false;
      void this.settle();
    });
  }

  /** Reads everything. */
  refresh(): Promise<void> {
    for (const live of this.#all) live.changed = 'all';
    return this.settle();
  }

  /** Reads what waits to be read; resolves when what was written before the call is shown. */
  async settle(): Promise<void> {
    const due = this.#all.filter(isDue);
    if (due.length) await this.guard('read', () => Promise.all(due.map(read)));
    await Promise.all(this.#all.map(({ running }) => running));
  }
}

/** What could not be read is due still, so that no success of another query hides that. */
function read(live: Live): Promise<unknown> {
  const reading = live.running.then(async () => {
    const { changed, query } = live;
    live.changed = undefined;
    if (!changed) return;
    try {
      const value = await query.read(changed);
      if (query.into) query.into.value = value;
    } catch (cause) {
      outdate(live, changed);
      throw cause;
    }
  });
  live.running = reading.catch(() => {});
  return reading;
}

function isDue(live: Live): boolean {
  const { changed, query } = live;
  if (!changed) return false;
  if (changed === 'all' || !query.concerns || query.concerns(changed)) return true;
  live.changed = undefined;
  return false;
}

function outdate(live: Live, changed: Changed): void {
  if (live.changed === 'all' || changed === 'all') live.changed = 'all';
  else {
    const ids = new Set([...(live.changed ?? []), ...changed]);
    live.changed = ids.size > mostIds ? 'all' : ids;
  }
}

/** A hidden page has no frames. */
function nextFrame(callback: () => void): void {
  if (document.hidden) setTimeout(callback, 16);
  else requestAnimationFrame(callback);
}
