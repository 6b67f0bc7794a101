import { isSaved, isUndecided, type PaperId } from '../../papers/paper';
import type { PageView } from '../page/shared-page';

/** What the bar counts of a page. */
export interface PageCounts {
  /** Never on screen and left to decide: a page shows as new what is missed, too. */
  readonly new: number;
  /** Those of them that badge, popup and deck leave out: of a day that is not kept, or missed. */
  readonly uncounted: readonly PaperId[];
  readonly total: number;
  /** Of how many it is known how they stand. */
  readonly known: number;
  readonly saved: number;
  /** Of the ones that can be hidden: seen, and those dismissed among them. */
  readonly seen: number;
  readonly muted: number;
  /** What is left to decide, without the muted ones, those put off and those in the bin. */
  readonly rest: readonly PaperId[];
  /** Those of it that were seen. */
  readonly restSeen: readonly PaperId[];
}

/** Why a card may be folded away. */
export type Fold = 'seen' | 'muted';

/** Counts the papers of a page; those that the background has not answered for are in the total only. */
export function pageCountsOf(view: PageView): PageCounts {
  const folds = view.papers.map(({ id }) => foldOf(view, id));
  const shown = view.papers.filter((_, index) => folds[index] !== 'muted');
  const states = shown.flatMap(({ id }) => view.states.get(id) ?? []);
  const rest = shown.flatMap(({ id }) => (isLeft(view, id) ? id : []));
  const restSeen = rest.filter((id) => view.states.get(id) === 'seen');
  return {
    new: rest.length - restSeen.length,
    uncounted: rest.filter((id) => view.states.get(id) === 'missed'),
    total: view.papers.length,
    known: view.papers.filter(({ id }) => view.states.has(id)).length,
    saved: states.filter(isSaved).length,
    seen: folds.filter((fold) => fold === 'seen').length,
    muted: folds.length - shown.length,
    rest,
    restSeen,
  };
}

/** Whether a paper is left to decide on; one that is muted, put off or in the bin is not. */
export function isLeft({ states, remarks }: PageView, id: PaperId): boolean {
  const state = states.get(id);
  if (!state || state === 'later' || !isUndecided(state)) return false;
  return remarks[id]?.muted === undefined && !remarks[id]?.isBinned;
}

/** Why the card of a paper may be folded away; `undefined` where nothing is a reason to. */
export function foldOf({ states, remarks }: PageView, id: PaperId): Fold | undefined {
  const state = states.get(id);
  if (remarks[id]?.muted !== undefined && state && isUndecided(state)) return 'muted';
  return state === 'seen' || state === 'later' || state === 'dismissed' ? 'seen' : undefined;
}
