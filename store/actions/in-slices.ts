import { pause } from '../../lib/slices';
import type { Occasion } from '../decisions/log';
import { type Writer, write } from '../records/writer';
import type { Recording } from './recording';

/** How many papers are changed in one transaction. */
export const sliceSize = 500;

/** For work that may take a while. */
export interface Watch extends Pick<Occasion, 'view'> {
  /** Stops it between two transactions. */
  readonly signal?: AbortSignal;
  /** Told after each transaction for how many papers it is done. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** What one transaction of an action is about. */
export interface Slice<Item> {
  readonly items: readonly Item[];
  /** Those of the next one. */
  readonly next: readonly Item[];
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** How an action ended. */
export interface Ended {
  /** For `undoAction`; absent when nothing changed. */
  readonly action?: number;
  /** False when a signal, or an undo in another window, stopped it before the end. */
  readonly isWhole: boolean;
}

/** An action that may take more than one transaction. */
interface Work<Item, Done> {
  readonly items: readonly Item[];
  readonly recording: Recording;
  /** Whether there is something to do even where there is no item. */
  readonly isNeverEmpty?: boolean;
  /**
   * Does a slice within its transaction, and records it.
   * @returns What it did; `undefined` when the action was ended by somebody else.
   */
  run(writer: Writer, slice: Slice<Item>): Promise<Done | undefined>;
  /** Told what each transaction did, once it is complete. */
  onDone(done: Done): void;
}

/**
 * Does an action in slices of one transaction each, every one kept when it is complete.
 * @throws StoreError What the slices before it did is kept, and can be undone.
 */
export async function actInSlices<Item, Done>(
  { items, recording, isNeverEmpty = false, run, onDone }: Work<Item, Done>,
  { signal, onProgress }: Watch = {},
): Promise<Ended> {
  const end = isNeverEmpty ? Math.max(1, items.length) : items.length;
  let isStopped = false;
  try {
    for (let at = 0; at < end && !isStopped; at += sliceSize) {
      if (signal?.aborted) {
        isStopped = true;
        await recording.stop();
        break;
      }
      const isLast = at + sliceSize >= end;
      const [now, next] = [at, at + sliceSize].map((from) => items.slice(from, from + sliceSize));
      const slice = { items: now ?? [], next: next ?? [], isFirst: at === 0, isLast };
      const done = await write((writer) => run(writer, slice));
      recording.keep();
      isStopped = done === undefined;
      if (done !== undefined) onDone(done);
      onProgress?.(Math.min(at + sliceSize, items.length), items.length);
      if (!isLast) await pause();
    }
  } catch (cause) {
    await recording.stop().catch(() => {});
    throw cause;
  } finally {
    recording.release();
  }
  const action = await recording.id();
  return { ...(action === undefined ? {} : { action }), isWhole: !isStopped };
}
