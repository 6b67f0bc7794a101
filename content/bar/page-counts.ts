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
  /** Of what is left to decide, what is listed here from another subject, and new versions of older papers. */
  readonly cross: number;
  readonly replaced: number;
  /** What is left to decide, without the muted ones, those put off and those in the bin. */
  readonly rest: readonly PaperId[];
  /** Those of it that were seen. */
  readonly restSeen: readonly PaperId[];
}

/** Why a card may be folded away. */
export type Fold = 'seen' | 'muted' | 'replaced';

/**
 * Counts the papers of a page; those that the background has not answered for are in the total only.
 * @param hides Whether new versions of older papers are folded away, and so none of what is left to decide.
 */
export function pageCountsOf(view: PageView, hides = false): PageCounts {
  const folds = view.papers.map(({ id }) => foldOf(view, id));
  const count = (fold: Fold) => folds.filter((one) => one === fold).length;
  const isAway = (fold: Fold | undefined) => fold === 'muted' || (hides && fold === 'replaced');
  const shown = view.papers.filter((_, index) => !isAway(folds[index]));
  const states = shown.flatMap(({ id }) => view.states.get(id) ?? []);
  const rest = shown.flatMap(({ id }) => (isLeft(view, id) ? id : []));
  const restSeen = rest.filter((id) => view.states.get(id) === 'seen');
  return {
    new: rest.length - restSeen.length,
    uncounted: rest.filter((id) => view.states.get(id) === 'missed'),
    total: view.papers.length,
    known: view.papers.filter(({ id }) => view.states.has(id)).length,
    saved: states.filter(isSaved).length,
    seen: count('seen'),
    muted: count('muted'),
    cross: rest.filter((id) => view.sections?.get(id) === 'cross').length,
    replaced: count('replaced'),
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
export function foldOf({ states, remarks, sections }: PageView, id: PaperId): Fold | undefined {
  const state = states.get(id);
  if (remarks[id]?.muted !== undefined && state && isUndecided(state)) return 'muted';
  if (state === 'seen' || state === 'later' || state === 'dismissed') return 'seen';
  return sections?.get(id) === 'replaced' && state && isUndecided(state) ? 'replaced' : undefined;
}
