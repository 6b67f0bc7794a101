import { Pauses, sortedInSlices } from '../../lib/slices';
import type { PaperId } from '../../papers/paper';
import type { ImportedPaper } from '../types';
import {
  type Addition,
  additions,
  type FateKind,
  fateKinds,
  type Here,
  type ImportFate,
  type Importing,
  importFate,
} from './fate';
import { byId } from './groups';

/** A paper of a file with what becomes of it. */
export interface PlannedPaper {
  readonly entry: ImportedPaper;
  readonly fate: Omit<ImportFate, 'rows'>;
  /** The id under which it is here; absent where it is not. */
  readonly id?: PaperId;
}

/** What an import would do; nothing is written. */
export interface ImportPlan {
  /** In the order in which the papers came. */
  readonly papers: readonly PlannedPaper[];
  /** How many papers have which fate. */
  readonly counts: Readonly<Record<FateKind, number>>;
  /** How many of those that are here would get what. */
  readonly adds: Readonly<Record<Addition, number>>;
}

/** Finds what is here of some papers of a file, one answer for each. */
export type LookUp = (entries: readonly ImportedPaper[]) => Promise<readonly Here[]>;

/** How many papers are looked up at once, side by side in the order of their ids. */
const sliceSize = 250;

/**
 * Tells what importing some papers would do.
 * @param papers Each once; see `joinImported`.
 * @param lookUp What is here of them.
 * @returns `undefined` when it was stopped.
 * @throws What `lookUp` throws.
 */
export async function planImport(
  papers: readonly ImportedPaper[],
  lookUp: LookUp,
  how: Importing,
  signal?: AbortSignal,
): Promise<ImportPlan | undefined> {
  const fates = new Map<ImportedPaper, PlannedPaper>();
  const sorted = await sortedInSlices(papers, byId);
  const pauses = new Pauses();
  for (let at = 0; at < sorted.length; at += sliceSize) {
    if (signal?.aborted) return undefined;
    const slice = sorted.slice(at, at + sliceSize);
    const found = await lookUp(slice);
    for (const [number, entry] of slice.entries()) {
      const here = found[number] ?? {};
      const { rows: _rows, ...fate } = importFate(entry, here, how);
      const id = here.rows?.record.id;
      fates.set(entry, { entry, fate, ...(id === undefined ? {} : { id }) });
      await pauses.due();
    }
  }
  const planned = papers.flatMap((entry) => fates.get(entry) ?? []);
  return { papers: planned, ...summary(planned) };
}

function summary(planned: readonly PlannedPaper[]): Pick<ImportPlan, 'counts' | 'adds'> {
  const counts = Object.fromEntries(fateKinds.map((kind) => [kind, 0])) as Record<FateKind, number>;
  const adds = Object.fromEntries(additions.map((one) => [one, 0])) as Record<Addition, number>;
  for (const { fate } of planned) {
    counts[fate.kind] += 1;
    for (const addition of fate.adds) adds[addition] += 1;
  }
  return { counts, adds };
}
