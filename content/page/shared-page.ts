import type { LastAction } from '../../lib/bar-messages';
import type { Click } from '../../lib/click';
import type { Remarks, Standing, Visit } from '../../lib/messages';
import type { Paper, PaperId, PaperState } from '../../papers/paper';
import type { Card, Reading } from '../../sites/site';
import type { PageDecision } from '../controls/buttons';
import type { CardMenus } from '../controls/card-menus';
import type { Lent } from './lend';

/** A page as it is now: what it lists, and how that stands with the reader. */
export interface PageView {
  /** The name of its page kind; see `PageKind`. */
  readonly kind: string;
  readonly visit: Visit;
  /** In page order. */
  readonly papers: readonly Paper[];
  readonly cards: readonly Card[];
  /** See `Reading`. */
  readonly sections?: Reading['sections'] | undefined;
  /** Of the papers that the background has answered for. */
  readonly states: ReadonlyMap<PaperId, PaperState>;
  readonly remarks: Readonly<Record<PaperId, Remarks | undefined>>;
}

/** What the reader does on a control that is not a decision, for whoever has an answer to it. */
export interface Gestures {
  /** A key was pressed on a control, outside of its menu. */
  key(event: KeyboardEvent): void;
  /** The paper is to be read in place, or the reader wants to write of it. */
  read(id: PaperId, field?: 'tag' | 'note' | undefined): void;
}

/** What the content script that reads the page lets the page bar do. */
export interface SharedPage {
  /** Calls back now and whenever something of the page changes; `undefined` on a page that is none of ours. */
  onView(callback: (view: PageView | undefined) => void, signal: AbortSignal): void;
  /** Tells the background what the reader decided; resolves with what that changed when the page shows it. */
  decide(
    paper: Paper,
    to: PageDecision,
    click: Click,
    view?: 'page' | 'bar',
  ): Promise<LastAction | null>;
  /** Shows how papers of the page stand, as the background has told. */
  learn(standing: Standing): void;
  /** Puts the focus on a card's control as a whole; false where the card has none. */
  focus(card: HTMLElement): boolean;
  /** Marks a card as the one that the reader is at, and no other; none without one. */
  mark(card: HTMLElement | undefined): void;
  /** The host of a card's control, which may stand outside of the card. */
  controlOf(card: HTMLElement): HTMLElement | undefined;
  /** Gives controls what opens on them. */
  offerMenus(menus: CardMenus): void;
  /** Answers gestures from now on, until the signal aborts. */
  answer(gestures: Gestures, signal: AbortSignal): void;
}

const key = Symbol.for('offprint.page');
const lentKey = Symbol.for('offprint.lent');
type World = typeof globalThis & { [key]?: SharedPage; [lentKey]?: Lent };

/**
 * Leaves the page where the other content scripts find it: all run in one isolated world.
 * @param lent What they borrow.
 */
export function sharePage(page: SharedPage, lent: Lent, signal: AbortSignal): void {
  const world = globalThis as World;
  world[key] = page;
  world[lentKey] = lent;
  signal.addEventListener('abort', () => {
    if (world[key] === page) delete world[key];
  });
}

/** The page that this document's first content script shares; `undefined` before it does. */
export function sharedPage(): SharedPage | undefined {
  return (globalThis as World)[key];
}

/** What that script lends to the others; nothing before it does. */
export function lentThings(): Partial<Lent> {
  return (globalThis as World)[lentKey] ?? {};
}
