import type { Source } from './facts/sources';

/** `scheme:value`, for example `arxiv:2503.02130`; always a string, so that a trailing zero survives. */
export type PaperId = string;

/** What a page says of one paper. Absent fields are unknown, never empty strings. */
export interface Paper {
  /** The canonical id; see `identify` in papers/identity.ts. */
  readonly id: PaperId;
  /** Other ids of the same work. */
  readonly aliases?: readonly PaperId[];
  /** The version the page shows, for example `2` of `arXiv:1902.02534v2`. */
  readonly version?: number;
  readonly title?: string;
  /** Names as the page spells them, hidden ones included, in order. */
  readonly authors?: readonly string[];
  /** How many authors there are, where the page says only "16 authors". */
  readonly authorCount?: number;
  readonly organization?: string;
  readonly abstract?: string;
  readonly aiSummary?: string;
  readonly aiKeywords?: readonly string[];
  /** ISO 8601 date or instant of publication. */
  readonly publishedAt?: string;
  /** ISO 8601 date of the version that is shown, where it is not the first. */
  readonly revisedAt?: string;
  /** ISO 8601 date or instant at which the paper was put on the daily list. */
  readonly dailyAt?: string;
  /** User name of whoever put it on the list. */
  readonly submittedBy?: string;
  readonly upvotes?: number;
  readonly comments?: number;
  readonly codeUrl?: string;
  readonly codeStars?: number;
  readonly projectUrl?: string;
  readonly pdfUrl?: string;
  /** The journal or conference it came out in. */
  readonly venue?: string;
  /** What its authors add on arXiv: `32 pages, 6 figures. Accepted at NeurIPS 2025`. */
  readonly authorsComment?: string;
  /** Its subjects on arXiv, the primary one first: `cs.CL`. */
  readonly categories?: readonly string[];
  /** The page that a file names for it, where the id alone does not lead there. */
  readonly url?: string;
  readonly thumbnailUrl?: string;
  /** Who says so; absent for the page's own data. See `sources`. */
  readonly source?: Source;
  /** Fields that the page may show shortened or translated: they fill a gap and replace nothing. */
  readonly unsure?: readonly UnsureField[];
}

/** The fields that pages show in other words than the paper's own. */
export const unsureFields = ['title', 'abstract', 'aiSummary'] as const;
export type UnsureField = (typeof unsureFields)[number];

/** How far the reader is with a saved paper. */
export const statuses = ['unread', 'reading', 'read'] as const;
export type Status = (typeof statuses)[number];

/**
 * Where a paper stands with the reader. `new`, `seen`, `later` and `missed` are undecided: never on screen, on
 * screen and no more, put off, and waited for by nobody; `snoozed` is in the
 * reading list and becomes unread again at a date; `deleted` is in the bin.
 */
export const paperStates = [
  'new',
  'missed',
  'seen',
  'later',
  // Not spread from `statuses`, which no bundle could leave out then.
  'unread',
  'reading',
  'read',
  'snoozed',
  'dismissed',
  'deleted',
] as const;
export type PaperState = (typeof paperStates)[number];

/** The states of the papers in the reading list. */
export type SavedState = Status | 'snoozed';

/** Tells whether the paper is in the reading list. */
export function isSaved(state: PaperState): state is SavedState {
  return state === 'unread' || state === 'reading' || state === 'read' || state === 'snoozed';
}

/** How many papers are in the reading list, of how many are in each state. */
export function savedIn(counts: Readonly<Record<PaperState, number>>): number {
  return paperStates.reduce((sum, state) => sum + (isSaved(state) ? counts[state] : 0), 0);
}

/** Tells whether the reader has neither saved nor dismissed the paper. */
export function isUndecided(state: PaperState): state is UndecidedState {
  return state === 'new' || state === 'seen' || state === 'later' || state === 'missed';
}

/** The states of the papers that the reader has decided nothing on. */
export type UndecidedState = 'new' | 'seen' | 'later' | 'missed';
