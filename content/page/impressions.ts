import type { PageOptions } from '../../lib/page-options';
import type { PaperId } from '../../papers/paper';
import type { Card } from '../../sites/site';
import type { PageView } from './shared-page';

/** What becomes of an impression. */
export interface ImpressionEvents {
  /** These papers were on screen in the visit. */
  onImpressions(visitAt: number, ids: readonly PaperId[]): void;
  /** The visit is over. */
  onLeave(visitAt: number): void;
}

/** How long half of a card must be on screen, and how long impressions are gathered, in ms. */
const enough = 1000;
/** How often a card tells how much of it shows: often enough for one much taller than the screen. */
const thresholds = [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5];

/**
 * Notes which papers were on screen: half of the card, or of the screen where the card is taller,
 * for a second in a tab that shows.
 */
export class Impressions {
  #seenWhen: PageOptions['seenWhen'] = 'screen';
  #view: PageView | undefined;
  #isOver = true;
  readonly #noted = new Set<PaperId>();
  readonly #watched = new Map<Element, PaperId>();
  readonly #onScreen = new Map<Element, ReturnType<typeof setTimeout> | undefined>();
  readonly #gathered: PaperId[] = [];
  #sending: ReturnType<typeof setTimeout> | undefined;
  readonly #observer: IntersectionObserver;

  constructor(
    private readonly document: Document,
    private readonly events: ImpressionEvents,
    signal: AbortSignal,
  ) {
    this.#observer = new IntersectionObserver((entries) => entries.forEach(this.#meet), {
      threshold: thresholds,
    });
    document.addEventListener('visibilitychange', () => this.#timeAll(), { signal });
    signal.addEventListener('abort', () => this.leave());
  }

  /** Applies the reader's choice of what makes a paper seen. */
  setSeenWhen(choice: PageOptions['seenWhen']): void {
    this.#seenWhen = choice;
    if (!this.#isOver) this.#look();
  }

  /** Takes the page as it is now; another visit ends the one before. */
  watch(view: PageView | undefined): void {
    if (view?.visit.visitAt !== this.#view?.visit.visitAt) {
      this.leave();
      this.#noted.clear();
      this.#isOver = !view;
    }
    this.#view = view;
    if (!this.#isOver) this.#look();
  }

  /** Ends the visit, if one is on. */
  leave(): void {
    this.#send();
    this.#watchOnly([]);
    if (this.#view && !this.#isOver) this.events.onLeave(this.#view.visit.visitAt);
    this.#isOver = true;
  }

  #look(): void {
    if (this.#view?.visit.shows !== 'digest') return;
    if (this.#seenWhen === 'page') for (const { id } of this.#view.papers) this.#note(id);
    this.#watchOnly(this.#seenWhen === 'screen' ? this.#view.cards : []);
  }

  #watchOnly(cards: readonly Card[]): void {
    const wanted = new Map(cards.map(({ element, id }) => [element as Element, id]));
    for (const [element, id] of this.#watched)
      if (wanted.get(element) !== id || this.#noted.has(id)) this.#forget(element);
    for (const [element, id] of wanted) {
      if (this.#watched.has(element) || this.#noted.has(id)) continue;
      this.#watched.set(element, id);
      this.#observer.observe(element);
    }
  }

  readonly #meet = (entry: IntersectionObserverEntry): void => {
    const { target, intersectionRatio, intersectionRect, rootBounds } = entry;
    const half = (rootBounds?.height ?? Number.POSITIVE_INFINITY) / 2;
    const shows = intersectionRatio >= 0.5 || intersectionRect.height >= half;
    if (!this.#watched.has(target) || shows === this.#onScreen.has(target)) return;
    clearTimeout(this.#onScreen.get(target));
    if (shows) this.#onScreen.set(target, this.#time(target));
    else this.#onScreen.delete(target);
  };

  #timeAll(): void {
    for (const [element, timer] of this.#onScreen) {
      clearTimeout(timer);
      this.#onScreen.set(element, this.#time(element));
    }
  }

  #time(element: Element): ReturnType<typeof setTimeout> | undefined {
    if (this.document.visibilityState !== 'visible') return undefined;
    return setTimeout(() => {
      const id = this.#watched.get(element);
      this.#forget(element);
      if (id !== undefined) this.#note(id);
    }, enough);
  }

  #forget(element: Element): void {
    clearTimeout(this.#onScreen.get(element));
    this.#onScreen.delete(element);
    this.#watched.delete(element);
    this.#observer.unobserve(element);
  }

  #note(id: PaperId): void {
    if (this.#noted.has(id)) return;
    this.#noted.add(id);
    this.#gathered.push(id);
    this.#sending ??= setTimeout(() => this.#send(), enough);
  }

  #send(): void {
    clearTimeout(this.#sending);
    this.#sending = undefined;
    const ids = this.#gathered.splice(0);
    if (this.#view && ids.length) this.events.onImpressions(this.#view.visit.visitAt, ids);
  }
}
