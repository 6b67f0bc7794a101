import { ask, type PageReport, type Protocol, type Visit } from '../../lib/messages';
import type { Options } from '../../lib/options';
import { isSaved, type Paper, type PaperId, type PaperState } from '../../papers/paper';
import { pageKindOf } from '../../sites/registry';
import type { PageKind, Reading } from '../../sites/site';
import { Cards } from './cards';

type Decision = Protocol['decide']['request']['to'];

/** One visit: a page kind, its digest, and what is known of its papers. */
interface CurrentVisit extends Visit {
  readonly kind: PageKind;
  reading: Reading;
  readonly papers: Map<PaperId, Paper>;
  readonly states: Map<PaperId, PaperState>;
}

/**
 * The page as Offprint sees it. Reads it, asks the background how its papers stand, and keeps the
 * controls on its cards true. Nothing here is the truth: that is in the store.
 */
export class Page {
  readonly cards: Cards;
  private visit: CurrentVisit | undefined;
  private withoutControls: readonly string[] = [];
  private lastVisitAt = 0;

  constructor(
    private readonly document: Document,
    signal: AbortSignal,
  ) {
    this.cards = new Cards(document, (paper, to) => this.decide(paper, to));
    signal.addEventListener('abort', () => this.cards.remove());
  }

  /** Applies the reader's choices to the controls that are there. */
  setOptions({ withoutControls }: Options): void {
    this.withoutControls = withoutControls;
    this.show();
  }

  /** Reads the page again; a sighting is sent for the papers that were not there before. */
  async read(): Promise<void> {
    const url = new URL(this.document.location.href);
    const kind = pageKindOf(url);
    if (!kind) {
      this.visit = undefined;
      this.cards.show([], new Map(), new Map(), 'corner');
      return;
    }
    const reading = kind.read(this.document, url, new Date());
    if (this.isStale(reading)) return;
    const visit = this.visitOf(kind, reading);
    visit.reading = reading;
    const fresh = reading.papers.filter(({ id }) => !visit.papers.has(id));
    for (const paper of fresh) visit.papers.set(paper.id, paper);
    this.show();
    if (fresh.length === 0) return;
    await this.sight(visit, fresh).catch((error: unknown) => {
      // Not noted: the next reading of the page tries again.
      for (const { id } of fresh) visit.papers.delete(id);
      throw error;
    });
  }

  /** Asks again how the papers of the page stand. */
  async refresh(): Promise<void> {
    const { visit } = this;
    if (!visit || visit.papers.size === 0) return;
    this.learn(visit, await ask('states', { ids: [...visit.papers.keys()] }));
  }

  /** What the popup is told of this page; `undefined` where there is nothing to tell. */
  report(): PageReport | undefined {
    const { visit } = this;
    if (!visit) return undefined;
    const { kind, reading } = visit;
    const ids = reading.papers.map(({ id }) => id);
    const failed = kind.shows === 'digest' && ids.length === 0 && !reading.saysEmpty;
    return {
      ...wire(visit),
      kind: kind.name,
      ids,
      ...(failed ? { problem: 'nothing-found' } : {}),
    };
  }

  /** Saves the paper of a paper's own page; false on any other page. */
  async savePaper(): Promise<boolean> {
    const paper = this.visit?.reading.papers[0];
    if (!paper || this.visit?.kind.shows !== 'paper') return false;
    const state = this.visit.states.get(paper.id);
    if (!state || !isSaved(state)) await this.decide(paper, 'unread');
    return true;
  }

  /** Asking is quick and writing is not: the reader sees how papers stand before they are noted. */
  private async sight(visit: CurrentVisit, papers: readonly Paper[]): Promise<void> {
    const ids = papers.map(({ id }) => id);
    this.learn(visit, await ask('states', { ids }));
    this.learn(visit, await ask('sight', { ...wire(visit), papers }));
  }

  private async decide(paper: Paper, to: Decision): Promise<void> {
    const { visit } = this;
    if (visit) this.learn(visit, await ask('decide', { ...wire(visit), paper, to }));
  }

  /** A page that goes elsewhere without a load changes its address first and its cards later. */
  private isStale(reading: Reading): boolean {
    const before = this.visit?.reading;
    if (!before || before.digest.id === reading.digest.id || before.cards.length === 0)
      return false;
    return before.cards.map(({ id }) => id).join() === reading.cards.map(({ id }) => id).join();
  }

  private visitOf(kind: PageKind, { digest }: Reading): CurrentVisit {
    if (this.visit?.kind === kind && this.visit.digest === digest.id) return this.visit;
    this.lastVisitAt = Math.max(Date.now(), this.lastVisitAt + 1);
    this.visit = {
      digest: digest.id,
      ...(digest.day ? { day: digest.day } : {}),
      shows: kind.shows,
      visitAt: this.lastVisitAt,
      kind,
      reading: { digest, papers: [], cards: [] },
      papers: new Map(),
      states: new Map(),
    };
    return this.visit;
  }

  private learn(visit: CurrentVisit, states: Record<PaperId, PaperState>): void {
    for (const [id, state] of Object.entries(states)) visit.states.set(id, state);
    if (visit === this.visit) this.show();
  }

  private show(): void {
    const { visit } = this;
    if (!visit) return;
    const { kind, reading, papers, states } = visit;
    const cards = this.withoutControls.includes(kind.name) ? [] : reading.cards;
    this.cards.show(cards, papers, states, kind.placement);
  }
}

/** The part of a visit that travels. */
function wire({ digest, day, shows, visitAt }: CurrentVisit): Visit {
  return { digest, ...(day ? { day } : {}), shows, visitAt };
}
