import { report } from '../../lib/report';
import { type MessageKey, text } from '../../lib/text';
import type { Paper, PaperState } from '../../papers/paper';
import style from './control.css?inline';
import { type Action, controlParts, type Decision, decisions } from './control-parts';

/** Tells the background what the reader decided; resolves when it is stored. */
export type Decide = (paper: Paper, to: Decision) => Promise<void>;

const announcements = {
  unread: 'announceSaved',
  reading: 'announceReading',
  read: 'announceRead',
  dismissed: 'announceDismissed',
  undecided: 'announceUndecided',
} as const satisfies Record<Decision, MessageKey>;

/** The control on one card: save, then status; dismiss; and the way back from both. */
export class Control {
  readonly host: HTMLElement;
  private readonly root: ShadowRoot;
  private readonly box: HTMLElement;
  private paper: Paper | undefined;
  private shown = '';

  /** @param announce Says something to a screen reader. */
  constructor(
    private readonly document: Document,
    private readonly decide: Decide,
    private readonly announce: (words: string) => void,
  ) {
    this.host = document.createElement('offprint-card');
    this.root = this.host.attachShadow({ mode: 'open' });
    const sheet = document.createElement('style');
    sheet.textContent = style;
    this.box = document.createElement('div');
    this.root.append(sheet, this.box);
    this.root.addEventListener('click', (event) => this.onClick(event));
    this.root.addEventListener('keydown', (event) => this.onKey(event as KeyboardEvent));
  }

  /** Shows how a paper stands. Drawn anew only when something changed, so that focus stays. */
  show(paper: Paper, state: PaperState): void {
    this.paper = paper;
    const title = paper.title ?? paper.id;
    const key = `${paper.id} ${state} ${title}`;
    if (key === this.shown) return;
    this.shown = key;
    this.host.dataset.paper = paper.id;
    this.host.dataset.state = state;
    const hadFocus = this.root.activeElement !== null;
    this.box.replaceChildren(...controlParts(this.document, title, state));
    if (hadFocus) this.focusFirst();
  }

  /** A script of the page can click here too; only what the reader does counts. */
  private onClick(event: Event): void {
    event.stopPropagation();
    const button = (event.target as Element | null)?.closest<HTMLElement>('[data-action]');
    if (!event.isTrusted || !button) return;
    const action = button.dataset.action as Action;
    if (action === 'status') this.menu?.togglePopover();
    else if (this.paper) void this.send(this.paper, decisions[action]);
  }

  private async send(paper: Paper, to: Decision): Promise<void> {
    this.closeMenu();
    this.box.ariaBusy = 'true';
    try {
      await this.decide(paper, to);
      this.fail('');
      this.announce(text(announcements[to], paper.title ?? paper.id));
    } catch (error) {
      report('card', error);
      this.fail(text('cardFailed'));
    } finally {
      this.box.ariaBusy = null;
    }
  }

  private fail(words: string): void {
    this.box.title = words;
    this.box.classList.toggle('failed', words !== '');
    if (words) this.announce(words);
  }

  /** Arrow keys walk the menu; no key pressed here reaches the page's own shortcuts. */
  private onKey(event: KeyboardEvent): void {
    event.stopPropagation();
    const { menu } = this;
    if (!menu?.matches(':popover-open')) return;
    if (event.key === 'Tab' || event.key === 'Escape') this.closeMenu();
    const items = [...menu.querySelectorAll<HTMLElement>('[data-action]')];
    const at = items.indexOf(this.root.activeElement as HTMLElement);
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    items.at(next % items.length)?.focus();
  }

  /** Chromium forgets which button opened a menu in a shadow root. */
  private closeMenu(): void {
    if (!this.menu?.matches(':popover-open')) return;
    this.menu.hidePopover();
    this.focusFirst();
  }

  private focusFirst(): void {
    this.box.querySelector('button')?.focus();
  }

  private get menu(): HTMLElement | null {
    return this.box.querySelector('[popover]');
  }
}
