import type { Remarks } from '../../lib/messages';
import type { Paper, PaperId, PaperState } from '../../papers/paper';
import type { Card, PageKind } from '../../sites/site';
import { Control, type ControlCommands } from './control';
import type { Near } from './near';
import { Templates } from './templates';

/** What is known of the papers that the cards stand for. */
export interface Known {
  readonly papers: ReadonlyMap<PaperId, Paper>;
  readonly states: ReadonlyMap<PaperId, PaperState>;
  readonly remarks: Readonly<Record<PaperId, Remarks | undefined>>;
}

/** The attribute that says on a card how its paper stands; style sheets dim by it. */
export const markName = 'data-offprint';

/** How many cards are on a large screen, and a few more. */
const firstScreen = 24;

/** How long controls are drawn until the page has its turn, in ms: the first ones are to be seen soon, and each turn draws a frame. */
const slices = { first: 12, next: 40 };

const visuallyHidden = 'position:fixed;top:0;clip-path:inset(50%)';

/**
 * The controls of a page, one on each card.
 *
 * A node of ours within markup that has not hydrated makes the page throw its tree away, so
 * controls begin in a layer of their own behind the page, tied to their cards by CSS anchors. Once
 * the page has hydrated they move into the cards, where they have their place in the order of the
 * keyboard; of a page without a program of its own at once. On another page that never hydrates they stay in the layer.
 */
export class Cards {
  readonly #controls = new Map<HTMLElement, Control>();
  readonly #marked = new Set<HTMLElement>();
  readonly #layer: HTMLElement;
  readonly #announcer: HTMLElement;
  #placement: PageKind['placement'] = 'corner';
  #isStatic = false;
  readonly #settled = new WeakSet<Element>();
  #anchors = 0;
  #canBeRead = true;
  readonly #templates: Templates;
  #drawing: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly document: Document,
    private readonly commands: ControlCommands,
    private readonly near?: Near,
  ) {
    this.#templates = new Templates(document);
    this.#layer = document.createElement('offprint-layer');
    this.#announcer = document.createElement('div');
    this.#announcer.setAttribute('aria-live', 'polite');
    this.#announcer.style.cssText = visuallyHidden;
    this.#layer
      .attachShadow({ mode: 'open' })
      .append(this.#announcer, document.createElement('slot'));
  }

  /** Tells whether a change of the page is one that was made here. */
  isOwnDoing(mutation: MutationRecord): boolean {
    const { target, addedNodes, removedNodes } = mutation;
    if (mutation.type === 'attributes') {
      const element = target as HTMLElement;
      const name = mutation.attributeName ?? '';
      if (name !== markName) return name !== 'onload' && element.hasAttribute(name);
      return element.hasAttribute(markName) === this.#marked.has(element);
    }
    if (![...addedNodes, ...removedNodes].every(isOurs)) return false;
    return [...removedNodes].every((node) => node.isConnected || !this.#isKept(node));
  }

  #isKept(node: Node): boolean {
    return [...this.#controls.values()].some(({ host }) => host === node);
  }

  /**
   * Puts a control on each card, the first ones at once, and takes the others away. One whose state is not known yet is
   * drawn all the same, to be shown as soon as it is: the background and the page work at the same time.
   */
  show(
    cards: readonly Card[],
    { papers, states, remarks }: Known,
    { placement, isStatic = false }: Pick<PageKind, 'placement' | 'isStatic'>,
  ): void {
    this.#placement = placement;
    this.#isStatic = isStatic;
    if (!this.#layer.isConnected && cards.length) this.document.body.append(this.#layer);
    const shown = new Set<HTMLElement>();
    for (const { id, element } of cards) {
      shown.add(element);
      this.#mark(element, states.get(id));
    }
    for (const element of this.#marked) if (!shown.has(element)) this.#forget(element);
    let at = 0;
    const draw = (slice: number): void => {
      for (const until = performance.now() + slice; performance.now() < until; ) {
        const card = cards[at++];
        if (!card) return;
        // A tab that nobody sees yet tells of nothing near, and the first screen does not wait for it.
        const isDue = at <= firstScreen || this.near?.has(card.element) !== false;
        const paper = isDue && papers.get(card.id);
        if (paper) this.#place(card.element, paper, states.get(card.id), remarks[card.id]);
      }
      this.#drawing = setTimeout(draw, 0, slices.next);
    };
    clearTimeout(this.#drawing);
    // The first ones after what is asked about them was sent.
    if (this.#controls.size > 0) draw(slices.first);
    else this.#drawing = setTimeout(draw, 0, slices.first);
  }

  /**
   * A part of the page has hydrated: from now on its cards can hold their controls. Svelte 4 has
   * just taken the marks and anchors off them, and a frame without would show.
   */
  settle(part: Element): void {
    if (this.#settled.has(part)) return;
    for (const [element, control] of this.#controls) {
      this.#mark(element, control.state);
      this.#attach(element, control);
    }
    setTimeout(() => {
      this.#settled.add(part);
      for (const [element, control] of this.#controls) this.#attach(element, control);
    });
  }

  /** Whether the page's cards and titles keep a strip for controls; see page.css. */
  makeRoom(on: boolean): void {
    this.document.documentElement.toggleAttribute('data-offprint-plain', !on);
  }

  /** Leaves the page as it was. */
  remove(): void {
    this.makeRoom(false);
    clearTimeout(this.#drawing);
    for (const element of [...this.#marked]) this.#forget(element);
    this.#layer.remove();
  }

  /** Puts the focus on a card's control as a whole; false where the card has none. */
  focus(element: HTMLElement): boolean {
    this.#controls.get(element)?.focus();
    return this.#controls.has(element);
  }

  /** Marks a card as the one that the reader is at, and no other. */
  markCurrent(element: HTMLElement | undefined): void {
    for (const [card, { host }] of this.#controls)
      host.toggleAttribute('data-current', card === element);
  }

  /** The host of a card's control. */
  hostOf(element: HTMLElement): HTMLElement | undefined {
    return this.#controls.get(element)?.host;
  }

  /** Gives every card's control a button to read its paper in place, or takes it away. */
  offerReading(on: boolean): void {
    this.#canBeRead = on;
    const isReadable = on && this.#placement === 'corner';
    for (const { host } of this.#controls.values())
      host.toggleAttribute('data-readable', isReadable);
  }

  #controlOf(element: HTMLElement): Control {
    const existing = this.#controls.get(element);
    if (existing) return existing;
    const announce = (words: string) => {
      this.#announcer.textContent = words;
    };
    const control = new Control(this.#templates, this.commands, announce);
    const isReadable = this.#canBeRead && this.#placement === 'corner';
    control.host.toggleAttribute('data-readable', isReadable);
    this.#controls.set(element, control);
    return control;
  }

  /** Marked at once, before anything is known of it: the page's own changes among the marked ones tell. */
  #mark(element: HTMLElement, state: PaperState | undefined): void {
    this.#marked.add(element);
    const mark = state ?? '';
    if (element.getAttribute(markName) !== mark) element.setAttribute(markName, mark);
  }

  #place(
    element: HTMLElement,
    paper: Paper,
    state: PaperState | undefined,
    remarks: Remarks | undefined,
  ): void {
    const control = this.#controlOf(element);
    control.show(paper, state, remarks);
    this.#attach(element, control);
  }

  #attach(element: HTMLElement, { host }: Control): void {
    const canHold = this.#isStatic || this.#settled.has(partOf(element));
    if (this.#placement === 'corner' && canHold) {
      host.removeAttribute('style');
      host.dataset.placement = 'card';
      if (host.parentElement !== element) element.append(host);
      return;
    }
    const anchor = element.style.getPropertyValue('anchor-name') || `--offprint-${++this.#anchors}`;
    element.style.setProperty('anchor-name', anchor);
    host.style.setProperty('position-anchor', anchor);
    host.dataset.placement = this.#placement;
    if (host.parentElement !== this.#layer) this.#layer.append(host);
  }

  #forget(element: HTMLElement): void {
    this.#controls.get(element)?.host.remove();
    this.#controls.delete(element);
    this.#marked.delete(element);
    element.removeAttribute(markName);
    element.style.removeProperty('anchor-name');
  }
}

/** The part of the page that an element hydrates with: sites hydrate their parts one by one. */
export function partOf(node: Node): Element {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest('[data-props]') ?? document.documentElement;
}

function isOurs(node: Node): boolean {
  return node.nodeName === 'OFFPRINT-CARD' || node.nodeName === 'OFFPRINT-LAYER';
}
