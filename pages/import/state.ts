import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ImportOptions } from '../../imports/plan/fate';
import type { ImportPlan, PlannedPaper } from '../../imports/plan/plan';
import type { ImportedPaper } from '../../imports/types';
import type { StoreErrorCode } from '../../store/database/errors';
import type { Action } from '../../store/database/schema';
import type { Failure } from '../shared/guard';
import type { Gathered } from './gathered';
import { type Overview, overviewOf } from './overview';

/** Work under way, which can be stopped. */
export interface Progress {
  readonly said: string;
  readonly done: number;
  /** Absent where it is not known how much there is. */
  readonly total?: number;
  readonly stop: () => void;
}

/** What was done, and the action that takes it back. */
export interface Done {
  readonly said: string;
  readonly action?: Action;
}

/** What the page knows. */
export interface ImportState {
  /** What was found in the files that were given last. */
  readonly gathered: Signal<Gathered | undefined>;
  readonly plan: Signal<ImportPlan | undefined>;
  readonly options: Signal<ImportOptions>;
  /** The titles here of the papers that some of the files may be. */
  readonly twins: Signal<ReadonlyMap<string, string>>;
  /** Papers of the files of which the reader says that they are the one here. */
  readonly same: Signal<ReadonlySet<ImportedPaper>>;
  /** Mere links that the reader wants. */
  readonly wanted: Signal<ReadonlySet<ImportedPaper>>;
  /** The planned papers that come unless the reader goes away. */
  readonly chosen: ReadonlySignal<readonly PlannedPaper[]>;
  readonly overview: ReadonlySignal<Overview | undefined>;
  readonly progress: Signal<Progress | undefined>;
  readonly done: Signal<Done | undefined>;
  /** Imports whose page was gone before their end. */
  readonly cutOff: Signal<readonly Action[]>;
  readonly failure: Signal<Failure<StoreErrorCode> | undefined>;
  readonly isBusy: Signal<boolean>;
  /** Why there is nothing to show of what was given. */
  readonly said: Signal<string>;
}

/** A page that was given nothing yet. */
export function emptyState(): ImportState {
  const plan = signal<ImportPlan | undefined>(undefined);
  const wanted = signal<ReadonlySet<ImportedPaper>>(new Set());
  const chosen = computed(
    () =>
      plan.value?.papers.filter(({ entry }) => !entry.isOffered || wanted.value.has(entry)) ?? [],
  );
  return {
    gathered: signal<Gathered | undefined>(undefined),
    plan,
    options: signal<ImportOptions>({ takesFolders: true, bringsBack: false }),
    twins: signal<ReadonlyMap<string, string>>(new Map()),
    same: signal<ReadonlySet<ImportedPaper>>(new Set()),
    wanted,
    chosen,
    overview: computed(() => plan.value && overviewOf(chosen.value)),
    progress: signal<Progress | undefined>(undefined),
    done: signal<Done | undefined>(undefined),
    cutOff: signal<readonly Action[]>([]),
    failure: signal<Failure<StoreErrorCode> | undefined>(undefined),
    isBusy: signal(false),
    said: signal(''),
  };
}
