import type { PaperId, PaperState } from '../paper';
import type { PaperRecord } from '../record';
import { byDayOrder, type Ordered, type Ordering } from './order';
import { fitting } from './pace';
import { isNamed, isWithin, type Scope } from './scope';

/** A time the reader has, and the papers that fit into it. */
export interface Budget {
  readonly minutes: number;
  readonly picked: readonly PaperId[];
}

/** One going through what is undecided. What became of each paper is in the store alone. */
export interface DeckSession {
  /** In the order in which they are shown. Each was undecided when it came in. */
  readonly ids: readonly PaperId[];
  /** The number of the last action before it; 0 when there was none. */
  readonly since: number;
  readonly scope: Scope;
  /** Whether papers that a rule mutes are shown too. */
  readonly withMuted: boolean;
  /** Whether papers that the reader had a glimpse of are left out. */
  readonly onlyUnseen?: boolean;
  /** The reader's pace when it was kept, for those to come; see `paceOf`. */
  readonly pace?: number;
  readonly budget?: Budget;
  /** That the likeliest for the reader come first; absent where they come day by day. */
  readonly order?: 'forYou';
  /** Those that this order has drawn from lower down. */
  readonly widening?: readonly PaperId[];
  /** The paper on top, which stays there while the page is open, a seen one too; absent at the end. */
  readonly at?: PaperId;
  /**
   * A paper that stays until it is decided on, a seen or muted one too: it was opened from the deck,
   * put back by undo, or a rule was made from it that mutes it.
   */
  readonly held?: PaperId;
}

/** Papers by their ids. */
export type Papers = ReadonlyMap<PaperId, PaperRecord>;

/** A session without papers yet; see `takenIn`. */
export function begun(
  scope: Scope,
  since: number,
  { onlyUnseen = false, pace }: Partial<Pick<DeckSession, 'onlyUnseen' | 'pace'>> = {},
): DeckSession {
  const kept = pace === undefined ? {} : { pace };
  return { ids: [], since, scope, withMuted: false, onlyUnseen, ...kept };
}

/** What papers a session is about. */
export type Choice = Pick<DeckSession, 'scope' | 'withMuted' | 'onlyUnseen'>;

/** Tells whether a session would show a paper. */
export function shows(
  { scope, withMuted, onlyUnseen = false }: Choice,
  paper: PaperRecord,
): boolean {
  const isMuted = paper.mutedBy !== undefined;
  return waits({ scope, onlyUnseen }, paper) && isWithin(scope, paper) && (withMuted || !isMuted);
}

/**
 * Tells whether a paper waits for a decision: new, or glimpsed where those are wanted; of a day or list that was
 * asked for by name a missed one, too.
 */
function waits(
  { scope, onlyUnseen }: Pick<DeckSession, 'scope' | 'onlyUnseen'>,
  { state }: PaperRecord,
): boolean {
  if (state === 'missed') return isNamed(scope);
  return state === 'new' || (state === 'seen' && !onlyUnseen);
}

function isOpen(state: PaperState | undefined): boolean {
  return state === 'new' || state === 'seen' || state === 'missed';
}

/** How many of some papers are new or missed, and how many the reader had a glimpse of. */
export function waitingOf(
  ids: readonly PaperId[],
  papers: Papers,
): { readonly new: number; readonly seen: number } {
  const states = ids.map((id) => papers.get(id)?.state);
  const count = (wanted: string) => states.filter((state) => state === wanted).length;
  return { new: count('new') + count('missed'), seen: count('seen') };
}

/** A session of the same scope whose choice is another one, with all that it shows in an order. */
export function chosen(
  session: DeckSession,
  papers: Papers,
  choice: Partial<Pick<DeckSession, 'withMuted' | 'onlyUnseen'>>,
  ordering = byDayOrder,
): DeckSession {
  const { budget: _budget, at: _at, held: _held, ...rest } = { ...session, ...choice };
  const ids = session.ids.filter((id) => !isOpen(papers.get(id)?.state));
  return takenIn({ ...rest, ids }, papers, ordering);
}

/** A session with the papers that it lacks at its end, in an order; itself if it lacks none. */
export function takenIn(session: DeckSession, papers: Papers, ordering = byDayOrder): DeckSession {
  const known = new Set(session.ids);
  const more = [...papers.values()].filter(
    (paper) => !known.has(paper.id) && shows(session, paper),
  );
  if (!more.length) return session;
  const ordered = ordering.whole(more);
  const ids = [...session.ids, ...idsOf(ordered)];
  return { ...session, ids, ...madeIn(ordering, [...(session.widening ?? []), ...drawn(ordered)]) };
}

function idsOf({ papers }: Ordered): PaperId[] {
  return papers.map(({ id }) => id);
}

function drawn({ widening = [] }: Ordered): readonly PaperId[] {
  return widening;
}

/** What a session keeps of the order that it was made in. */
function madeIn(
  { name }: Ordering,
  widening: readonly PaperId[],
): Pick<DeckSession, 'order' | 'widening'> {
  if (name === 'day') return {};
  return { order: name, ...(widening.length && { widening }) };
}

/**
 * A kept session as it is opened again: where only unseen papers are wanted, one that was on top and was seen
 * meanwhile is none.
 */
export function unpinned(session: DeckSession, papers: Papers): DeckSession {
  const { at, ...rest } = session;
  const isSeen = at !== undefined && papers.get(at)?.state === 'seen';
  return session.onlyUnseen && isSeen ? rest : session;
}

/** How a session stands. */
export interface DeckStanding {
  /** The papers still to be shown, in order; with a budget those that were picked. */
  readonly left: readonly PaperId[];
  /** The undecided ones that the budget leaves out. */
  readonly rest: readonly PaperId[];
  /** How many papers are decided on, or were seen elsewhere. */
  readonly done: number;
  /** The paper on top. */
  readonly current: PaperId | undefined;
}

/**
 * How a session stands, from what the store says of its papers.
 * @param taken Papers whose decision is being written.
 */
export function standingOf(
  session: DeckSession,
  papers: Papers,
  taken: ReadonlySet<PaperId>,
): DeckStanding {
  const undecided = session.ids.filter((id) => !taken.has(id) && isLeft(session, papers.get(id)));
  const open = new Set(undecided);
  const picked = session.budget && new Set(session.budget.picked);
  const left = picked ? undecided.filter((id) => picked.has(id)) : undecided;
  const rest = picked ? undecided.filter((id) => !picked.has(id)) : [];
  const isDone = (id: PaperId) => {
    const paper = papers.get(id);
    return taken.has(id) || !paper || !waits(session, paper);
  };
  const done = session.ids.filter((id) => !open.has(id) && isDone(id)).length;
  return { left, rest, done, current: nextOf(session, left) };
}

function isLeft(session: DeckSession, paper: PaperRecord | undefined): boolean {
  if (!paper) return false;
  const { state, id, mutedBy } = paper;
  if (id === session.held) return isOpen(state);
  const stays = id === session.at ? isOpen(state) : waits(session, paper);
  return stays && (session.withMuted || mutedBy === undefined);
}

/**
 * A session that remembers which paper is on top, so that this one stays there when it is seen elsewhere.
 * @param taken Papers whose decision is being written.
 */
export function pinned(
  session: DeckSession,
  papers: Papers,
  taken: ReadonlySet<PaperId>,
): DeckSession {
  const { current } = standingOf(session, papers, taken);
  if (current === session.at) return session;
  const { at: _at, ...rest } = session;
  return current === undefined ? rest : { ...rest, at: current };
}

/** The paper that was shown last, or when it is decided on the next one after it, then from the front. */
function nextOf({ ids, at }: DeckSession, left: readonly PaperId[]): PaperId | undefined {
  if (at === undefined || left.includes(at)) return at ?? left[0];
  const among = new Set(left);
  return ids.slice(ids.indexOf(at) + 1).find((id) => among.has(id)) ?? left[0];
}

/**
 * A session in an order, with or without a time limit: of what is undecided the best that fit come first, and then the
 * rest as a whole.
 * @param undecided What is left of it.
 * @param minutes `undefined` for no limit.
 * @param pace In ms a paper; see `paceOf`.
 */
export function limited(
  session: DeckSession,
  undecided: readonly PaperRecord[],
  minutes: number | undefined,
  pace: number,
  ordering = byDayOrder,
): DeckSession {
  const { budget: _budget, at: _at, order: _order, widening: _widening, ...rest } = session;
  const open = new Set(undecided.map(({ id }) => id));
  const done = session.ids.filter((id) => !open.has(id));
  if (minutes === undefined) {
    const whole = ordering.whole(undecided);
    return { ...rest, ids: [...done, ...idsOf(whole)], ...madeIn(ordering, drawn(whole)) };
  }
  const best = ordering.best(undecided);
  const picked = best.papers.slice(0, fitting(minutes, pace));
  const chosen = new Set(picked);
  const others = ordering.whole(undecided.filter((paper) => !chosen.has(paper)));
  const ids = picked.map(({ id }) => id);
  const first = new Set(ids);
  const widening = [...drawn(best).filter((id) => first.has(id)), ...drawn(others)];
  return {
    ...rest,
    ids: [...done, ...ids, ...idsOf(others)],
    budget: { minutes, picked: ids },
    ...madeIn(ordering, widening),
  };
}
