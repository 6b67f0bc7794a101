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
  /** How likely it is for the reader, of an undecided paper of which it is told: in three steps. */
  readonly likely?: 1 | 2 | 3;
  /** How much it is for the reader, by which papers are put in order; of no meaning by itself. */
  readonly score?: number;
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
  /** How many of its papers are new; absent where nothing is known of the day, or what is new there is not counted. */
  readonly new?: number;
}

/** What surrounds a page. Only the page of a day has neighbours. */
export interface NeighbourDays {
  /** More papers may come to the day. */
  readonly isFilling: boolean;
  /** Whether the reader's day is one on which the site has no list. */
  readonly isWeekend?: boolean;
  /** When the site was last asked for its lists, in ms since the epoch. */
  readonly checkedAt?: number;
  readonly before?: NeighbourDay;
  readonly after?: NeighbourDay;
  /** Days before `before` that still have new papers, as ISO days, newest first, and how many they have. */
  readonly missed: readonly string[];
  readonly missedNew: number;
}

/** What the reader just did: a sentence about it, and which action `undo` takes back. */
export interface LastAction {
  readonly id: number;
  readonly words: string;
}

/** What a page loads when it is first wanted: a file of that name. The bar's parts, and what opens on the controls of cards. */
export const pageParts = ['bar-reading', 'bar-menu', 'card-menu'] as const;
export type PagePart = (typeof pageParts)[number];

/** A follow rule that a paper suggests. */
export interface FollowOffer {
  readonly draft: RuleDraft;
  /** What it looks at, in words. */
  readonly name: string;
  /** Whether it is followed already. */
  readonly isFollowed: boolean;
}

/** What is known of a paper beside what the page lists, the reader's own words, and what of it can be followed. */
export type PaperText = Pick<
  Paper,
  'title' | 'abstract' | 'aiSummary' | 'organization' | 'codeUrl'
> & {
  readonly tags: readonly string[];
  readonly follows: readonly FollowOffer[];
  readonly note: PaperNote;
  /** Why it is likely for the reader, in words. */
  readonly why?: string;
};

/** A note, and the revision that the next one builds on: 0 where there is none. */
export interface PaperNote {
  readonly text: string;
  readonly base: number;
  /** Whether another window had changed it meanwhile, and both texts were kept. */
  readonly joined?: boolean;
}

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
  /** Count as new those of these papers that nobody waited for, as one action. */
  countDay: { request: { ids: readonly PaperId[]; click: Click }; response: Acted };
  /** Take an action back, without one the reader's last. Says in words what became of it; `null` when there was nothing to undo. */
  undo: { request: { action?: LastAction }; response: Changed & { said: string | null } };
  /** Give a paper a tag, or take one off it; one that is not saved is saved with its first tag. */
  tagPaper: { request: { id: PaperId; tag: string; off?: boolean; click: Click }; response: Acted };
  /** Write a paper's note, built on the one of a revision; see `saveNote`. One that is not saved is saved with it. */
  notePaper: {
    request: { id: PaperId; text: string; base: number; click: Click };
    response: Acted & { note: PaperNote | null };
  };
  /** The tags in use, most used first. */
  tagNames: { request: Record<string, never>; response: readonly string[] };
  /** What is known of a paper? */
  paperText: { request: { id: PaperId }; response: PaperText | null };
  /** Follow an organisation or an author. Says in words what was done. */
  makeRule: { request: { draft: RuleDraft }; response: Changed & { said: string } };
  /** Ask the site for its lists now, if it lets itself be asked. Answered when that is done. */
  checkNow: { request: Record<string, never>; response: null };
  /** Why is a paper likely for the reader? In words, the best reason first; empty where there is none to tell. */
  reasons: { request: { id: PaperId }; response: { why: string } };
  /** How much is known of what the reader likes? `null` once it is enough, and where the reader wants none of it. */
  learning: {
    request: Record<string, never>;
    response: { readonly decisions: number; readonly needed: number } | null;
  };
  /** Open the paper's page. */
  openPaper: { request: { id: PaperId }; response: null };
  /** Open the catch-up deck, on some days or on everything new. */
  openDeck: { request: { days?: readonly string[]; list?: string }; response: null };
}
