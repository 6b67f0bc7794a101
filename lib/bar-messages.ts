import type { Paper, PaperId, PaperState } from '../papers/paper';
import type { RuleDraft } from '../papers/rules/proposals';
import type { Click } from './click';

/** What is said of a paper beside how it stands. */
export interface Remarks {
  /** The earlier digest it was on, as an ISO day; only of a paper that comes again. */
  readonly firstDay?: string;
  /** The follow rules it matches, in words. */
  readonly followed?: readonly string[];
  /** The rule that mutes it, in words; only of a paper that is undecided. */
  readonly muted?: string;
  /** Whether it is in the bin, where only a decision on it alone reaches it. */
  readonly isBinned?: true;
}

/**
 * How papers stand with the reader and what is said of them, by the ids that the page used. Every paper has a state;
 * one with nothing to be said of it has no remarks.
 */
export interface Standing {
  readonly states: Readonly<Record<PaperId, PaperState>>;
  readonly remarks: Readonly<Record<PaperId, Remarks>>;
}

/** A day beside the one of a page. */
export interface NeighbourDay {
  /** ISO day. */
  readonly day: string;
  /** How many of its papers are new; absent where nothing is known of the day. */
  readonly new?: number;
}

/** What surrounds a page. Only the page of a day has neighbours. */
export interface NeighbourDays {
  /** More papers may come to the day. */
  readonly isFilling: boolean;
  readonly before?: NeighbourDay;
  readonly after?: NeighbourDay;
  /** Days before `before` that still have new papers, as ISO days, newest first, and how many they have. */
  readonly missed: readonly string[];
  readonly missedNew: number;
}

/** What the reader just did, for a sentence about it and for `undo`. */
export interface LastAction {
  readonly id: number;
  readonly kind: string;
  readonly detail?: string;
  readonly from?: string;
  /** How many papers it changed. */
  readonly done: number;
}

/** A follow rule that a paper suggests. */
export interface FollowOffer {
  readonly draft: RuleDraft;
  /** What it looks at, in words. */
  readonly name: string;
  /** Whether it is followed already. */
  readonly isFollowed: boolean;
}

/** What can be read of a paper beside what the page lists, and what of it can be followed. */
export type PaperText = Pick<
  Paper,
  'title' | 'abstract' | 'aiSummary' | 'organization' | 'codeUrl'
> & { readonly tags: readonly string[]; readonly follows: readonly FollowOffer[] };

/** The answer to what may change several papers of the page: how all of them stand then. */
interface Changed {
  readonly standing: Standing;
}

/** The same of something that can be undone; `null` when it changed nothing. */
interface Acted extends Changed {
  readonly action: LastAction | null;
}

/** What the page bar asks of the background. */
export interface BarProtocol {
  /** What surrounds the page? */
  pageBar: { request: { day?: string }; response: NeighbourDays };
  /** Dismiss those of these papers that are undecided, as one action. */
  dismissRest: { request: { ids: readonly PaperId[]; click: Click }; response: Acted };
  /** What did the reader do last that can be undone? */
  lastAction: { request: Record<string, never>; response: LastAction | null };
  /** Take an action back; does nothing when it was. Answers how many papers were put back, and how many left alone. */
  undo: { request: { action: number }; response: Changed & { count: number; left: number } };
  /** Give a paper a tag; one that is not saved is saved with it. */
  tagPaper: { request: { id: PaperId; tag: string; click: Click }; response: Acted };
  /** The tags in use, most used first. */
  tagNames: { request: Record<string, never>; response: readonly string[] };
  /** What is known of a paper? */
  paperText: { request: { id: PaperId }; response: PaperText | null };
  /** Follow an organisation or an author. Says in words what was done. */
  makeRule: { request: { draft: RuleDraft }; response: Changed & { said: string } };
  /** Open the paper's page. */
  openPaper: { request: { id: PaperId }; response: null };
  /** Open the catch-up deck, on some days or on everything new. */
  openDeck: { request: { days?: readonly string[] }; response: null };
}
