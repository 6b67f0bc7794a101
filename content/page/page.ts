import type { LastAction } from '../../lib/bar-messages';
import { newClick } from '../../lib/click';
import { ask, type PageReport, type Standing } from '../../lib/messages';
import type { PageOptions } from '../../lib/page-options';
import { painted } from '../../lib/painted';
import { isSaved, type Paper } from '../../papers/paper';
import type { PageKind, Reading } from '../../sites/site';
import type { PageDecision } from '../controls/buttons';
import type { CardMenus } from '../controls/card-menus';
import { Cards } from '../controls/cards';
import type { ControlCommands } from '../controls/control';
import type { Near } from '../controls/near';
import type { Gestures, PageView, SharedPage } from './shared-page';
import { type CurrentVisit, type Early, newVisit, remarksIn, reportOf, wire } from './visit';

/**
 * The page as Offprint sees it. Reads it, asks the background how its papers stand, and keeps the
 * controls on its cards true. Nothing here is the truth: that is in the store.
 */
export class Page implements SharedPage {
  readonly cards: Cards;
  #visit: CurrentVisit | undefined;
  #withoutControls: readonly string[] = [];
  #ranks = true;
  #lastVisitAt = 0;
  #early: Early | undefined;
  readonly #watchers = new Set<(view: PageView | undefined) => void>();
  #gestures: Gestures | undefined;
  readonly #near: Near | undefined;
  #menus: CardMenus | undefined;

  /**
   * @param readers How the pages of its site are read; the first one that matches counts.
   * @param near Made for a site with lists of hundreds: controls are drawn when their entries come near.
   */
  constructor(
    private readonly document: Document,
    private readonly readers: readonly PageKind[],
    signal: AbortSignal,
    near?: (onNear: () => void) => Near,
  ) {
    this.#near = near?.(() => this.#show());
    const commands: ControlCommands = {
      decide: async (paper, to) => void (await this.decide(paper, to)),
      key: (event) => this.#gestures?.key(event),
      read: (id, field) => this.#gestures?.read(id, field),
      menus: () => this.#loadMenus(),
    };
    this.cards = new Cards(document, commands, this.#near);
    signal.addEventListener('abort', () => this.#showNothing());
    signal.addEventListener('abort', () => this.cards.remove());
  }

  /** Applies the reader's choices to the controls that are there. */
  setOptions({ withoutControls, pageBar, ranks }: PageOptions): void {
    this.#withoutControls = withoutControls;
    this.#ranks = ranks;
    this.cards.offerReading(pageBar);
    this.#makeRoom();
    this.#show();
  }

  /** Known from the address alone, so before the page is. */
  #makeRoom(kind = this.#kind()): void {
    this.cards.makeRoom(!kind || !this.#withoutControls.includes(kind.name));
  }

  #kind(): PageKind | undefined {
    return this.readers.find((kind) => kind.matches(this.#url));
  }

  get #url(): URL {
    // A page that was left has no location any more; its address stays.
    return new URL(this.document.URL);
  }

  /** Asks, before there is a page, how the papers stand that are known to be on the list of its address. */
  begin(): void {
    if (this.#kind()?.shows !== 'digest') return;
    const visitAt = Date.now();
    this.#early = { visitAt, standing: ask('states', { visitAt }).catch(() => undefined) };
  }

  /** Reads the page again; a sighting is sent for the papers that were not there before. */
  async read(before?: CurrentVisit): Promise<void> {
    const url = this.#url;
    const kind = this.#kind();
    if (!kind) return this.#showNothing();
    this.#makeRoom(kind);
    const reading = kind.read(this.document, url, new Date());
    if (this.#isStale(reading)) return;
    const visit = this.#visitOf(kind, reading, before);
    Object.assign(visit, { reading, url });
    const fresh = reading.papers.filter(({ id }) => !visit.papers.has(id));
    for (const paper of fresh) visit.papers.set(paper.id, paper);
    this.#show();
    if (fresh.length === 0) return;
    await this.#tellSighting(visit, fresh).catch((error: unknown) => {
      // Not noted: the next reading of the page tries again.
      for (const { id } of fresh) visit.papers.delete(id);
      throw error;
    });
  }

  /** The reader is back after a while: another visit of the same page. */
  async renew(): Promise<void> {
    const before = this.#visit;
    this.#visit = undefined;
    await this.read(before);
  }

  learn(standing: Standing): void {
    if (this.#visit) this.#learn(this.#visit, standing);
  }

  /** What popup and icon are told of this page; `undefined` where there is nothing to tell. */
  report(): PageReport | undefined {
    return this.#visit && reportOf(this.#visit, this.#url);
  }

  /** Saves the paper of a paper's own page; false on any other page. */
  async savePaper(): Promise<boolean> {
    const paper = this.#visit?.reading.papers[0];
    if (!paper || this.#visit?.kind.shows !== 'paper') return false;
    const state = this.#visit.states.get(paper.id);
    if (!state || !isSaved(state)) await this.decide(paper, 'saved', newClick(), 'command');
    return true;
  }

  onView(callback: (view: PageView | undefined) => void, signal: AbortSignal): void {
    this.#watchers.add(callback);
    signal.addEventListener('abort', () => this.#watchers.delete(callback));
    callback(this.#view());
  }

  async decide(
    paper: Paper,
    to: PageDecision,
    click = newClick(),
    view: 'page' | 'bar' | 'command' = 'page',
  ): Promise<LastAction | null> {
    const visit = this.#visit;
    if (!visit) return null;
    const rank = [...visit.papers.keys()].indexOf(paper.id);
    const shown = visit.states.get(paper.id);
    const request = { ...wire(visit), paper, to, click, shown, view, rank };
    const { standing, action } = await ask('decide', request);
    this.#learn(visit, standing);
    return action;
  }

  focus(card: HTMLElement): boolean {
    this.#near?.add(card);
    if (this.#near && !this.controlOf(card)) this.#show();
    return this.cards.focus(card);
  }

  mark(card: HTMLElement | undefined): void {
    this.cards.markCurrent(card);
  }

  controlOf(card: HTMLElement): HTMLElement | undefined {
    return this.cards.hostOf(card);
  }

  offerMenus(menus: CardMenus): void {
    this.#menus = menus;
  }

  answer(gestures: Gestures, signal: AbortSignal): void {
    this.#gestures = gestures;
    signal.addEventListener('abort', () => {
      this.#gestures = undefined;
    });
  }

  async #loadMenus(): Promise<CardMenus> {
    if (!this.#menus) await ask('loadPart', { part: 'card-menu' });
    if (!this.#menus) throw new Error('There are no menus');
    return this.#menus;
  }

  /** Asking is quick and writing is not: the reader sees how papers stand before they are noted. */
  async #tellSighting(visit: CurrentVisit, papers: readonly Paper[]): Promise<void> {
    const sent = wire(visit);
    const early = await visit.early;
    visit.early = undefined;
    if (early) this.#learn(visit, early);
    const ids = papers.flatMap(({ id }) => (early?.states[id] ? [] : id));
    if (ids.length) this.#learn(visit, await ask('states', { ...sent, ids }));
    // Many papers take a while to be sent.
    await painted();
    this.#learn(visit, await ask('sighting', { ...sent, papers }));
  }

  /** A page that goes elsewhere without a load changes its address first and its cards later. */
  #isStale(reading: Reading): boolean {
    const before = this.#visit?.reading;
    if (!before || before.digest.id === reading.digest.id || before.cards.length === 0)
      return false;
    return before.cards.map(({ id }) => id).join() === reading.cards.map(({ id }) => id).join();
  }

  #visitOf(kind: PageKind, reading: Reading, before?: CurrentVisit): CurrentVisit {
    if (this.#visit?.kind === kind && this.#visit.digest === reading.digest.id) return this.#visit;
    this.#lastVisitAt = this.#early?.visitAt ?? Math.max(Date.now(), this.#lastVisitAt + 1);
    this.#visit = newVisit(kind, reading, this.#lastVisitAt, before);
    this.#visit.early = this.#early?.standing;
    this.#early = undefined;
    return this.#visit;
  }

  #learn(visit: CurrentVisit, { states, remarks }: Standing): void {
    for (const [id, state] of Object.entries(states)) {
      visit.states.set(id, state);
      visit.remarks[id] = remarks[id];
    }
    if (visit === this.#visit) this.#show();
  }

  #show(): void {
    const visit = this.#visit;
    if (!visit) return;
    const { kind, reading } = visit;
    const cards = this.#withoutControls.includes(kind.name) ? [] : reading.cards;
    this.cards.show(cards, { ...visit, remarks: remarksIn(visit, this.#ranks) }, kind);
    this.#tell();
  }

  /** The page bar goes with the controls. */
  #showNothing(): void {
    const nothing = { papers: new Map(), states: new Map(), remarks: {} };
    this.#visit = undefined;
    this.cards.show([], nothing, { placement: 'corner' });
    this.#tell();
  }

  #tell(): void {
    const view = this.#view();
    for (const watcher of this.#watchers) watcher(view);
  }

  #view(): PageView | undefined {
    if (!this.#visit) return undefined;
    const { kind, reading, states } = this.#visit;
    const { papers, cards, sections } = reading;
    const remarks = remarksIn(this.#visit, this.#ranks);
    return { kind: kind.name, visit: wire(this.#visit), papers, cards, sections, states, remarks };
  }
}
