import type { Addition, Conflict, FateKind } from '../../imports/plan/fate';
import { additions, fateKinds } from '../../imports/plan/fate';
import type { ImportPlan, PlannedPaper } from '../../imports/plan/plan';
import type { ImportedPaper } from '../../imports/types';
import { type Status, statuses } from '../../papers/paper';

const conflicts = ['status', 'note', 'removed'] as const satisfies readonly Conflict[];

/** What an import would do, counted. */
export interface Overview {
  readonly fates: Readonly<Record<FateKind, number>>;
  /** How many of those that are here would get what. */
  readonly adds: Readonly<Record<Addition, number>>;
  readonly conflicts: Readonly<Record<Conflict, number>>;
  /** How many papers would be new or become another one. */
  readonly changes: number;
  /** What the files say of how far the reader is; `none` where they say nothing. */
  readonly statuses: Readonly<Record<Status | 'none', number>>;
  readonly starred: number;
  readonly notes: number;
  /** When papers were put where the files come from; of how many that is known. */
  readonly saved: { readonly count: number; readonly from?: number; readonly to?: number };
  /** Folders, groups and headings with their number of papers, as they come. */
  readonly folders: readonly (readonly [name: string, count: number])[];
  readonly tags: number;
}

function none<Name extends string>(names: readonly Name[]): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
}

/** Tells whether importing a paper would change anything. */
export function isChange({ fate }: PlannedPaper): boolean {
  return ['new', 'doubtful', 'richer'].includes(fate.kind) || fate.adds.length > 0;
}

/**
 * Counts what some papers of files are and what would become of them.
 * @param papers Those that the reader wants.
 */
export function overviewOf(papers: ImportPlan['papers']): Overview {
  const [fates, adds, against] = [none(fateKinds), none(additions), none(conflicts)];
  let changes = 0;
  for (const planned of papers) {
    fates[planned.fate.kind] += 1;
    for (const addition of planned.fate.adds) adds[addition] += 1;
    for (const conflict of planned.fate.conflicts) against[conflict] += 1;
    if (isChange(planned)) changes += 1;
  }
  return { fates, adds, conflicts: against, changes, ...wordsIn(papers.map(({ entry }) => entry)) };
}

function wordsIn(
  papers: readonly ImportedPaper[],
): Pick<Overview, 'statuses' | 'starred' | 'notes' | 'saved' | 'folders' | 'tags'> {
  const counts = none([...statuses, 'none']);
  const folders = new Map<string, number>();
  const tags = new Set<string>();
  let [starred, notes, dated] = [0, 0, 0];
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { words } of papers) {
    counts[words.status ?? 'none'] += 1;
    if (words.starred) starred += 1;
    if (words.note) notes += 1;
    for (const folder of words.folders) folders.set(folder, (folders.get(folder) ?? 0) + 1);
    for (const tag of words.tags) tags.add(tag);
    if (words.savedAt === undefined) continue;
    dated += 1;
    from = Math.min(from, words.savedAt);
    to = Math.max(to, words.savedAt);
  }
  const saved = dated ? { count: dated, from, to } : { count: 0 };
  return { statuses: counts, starred, notes, saved, folders: [...folders], tags: tags.size };
}
