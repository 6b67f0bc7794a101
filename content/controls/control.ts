import type { Remarks } from '../../lib/messages';
import { report } from '../../lib/report';
import { text } from '../../lib/text';
import type { Paper, PaperId, PaperState } from '../../papers/paper';
import { announcements } from '../../wording/announcements';
import type { ButtonAction, PageDecision } from './buttons';
import type { CardMenus, Likely, Opener } from './card-menus';
import { decisions } from './control-parts';
import { remarksLine } from './remarks-line';
import type { Templates } from './templates';

/** What a control hands on. */
export interface ControlCommands {
  /** Tells the background what the reader decided; resolves when it is stored. */
  decide(paper: Paper, to: PageDecision): Promise<void>;
  /** A key was pressed on the control, outside of what is open on it. */
  key(event: KeyboardEvent): void;
  /** The paper is to be read in place, or the reader wants to write of it. */
  read(id: PaperId, field?: 'tag' | 'note' | undefined): void;
  /** What opens on a control; loaded first, where it is not there. */
  menus(): Promise<CardMenus>;
}

/** The control on one card: save, then status; dismiss; and the way back from both. */
export class Control {
  readonly host: HTMLElement;
  readonly #root: ShadowRoot;
  readonly #box: HTMLElement;
  /** How the paper stands, as shown last. */
  state: PaperState | undefined;
  #paper: Paper | undefined;
  #likely: Likely | undefined;
  #shown = '';
  #drawn = '';

  /** @param announce Says something to a screen reader. */
  constructor(
    private readonly templates: Templates,
    private readonly commands: ControlCommands,
    private readonly announce: (words: string) => void,
  ) {
    this.host = templates.document.createElement('offprint-card');
    this.#root = this.host.attachShadow({ mode: 'open' });
    this.#root.append(templates.shell());
    this.#box = this.#root.lastElementChild as HTMLElement;
    for (const type of ['focus', 'blur'])
      this.#box.addEventListener(type, () =>
        this.host.toggleAttribute('data-current', type === 'focus'),
      );
    this.#root.addEventListener('click', (event) => this.#onClick(event));
    this.#root.addEventListener('keydown', (event) => this.#onKey(event as KeyboardEvent));
    for (const type of ['pointerover', 'focusin'])
      this.#root.addEventListener(type, (event) => this.#explain(event));
  }

  /**
   * Shows how a paper stands. Drawn anew only when something changed, so that focus stays. While nobody knows it is
   * drawn as it most likely will be, and page.css lets it be seen by nobody.
   */
  show(paper: Paper, state: PaperState | undefined, remarks?: Remarks): void {
    this.#paper = paper;
    const title = paper.title ?? paper.id;
    const line = remarksLine(remarks, Date.now());
    const shown = state === 'missed' ? 'new' : state;
    this.#likely = remarks?.likely;
    const key = JSON.stringify([paper.id, title, line, shown, this.#likely]);
    if (key === this.#shown) return;
    this.#shown = key;
    this.state = shown;
    this.#draw(title, shown ?? 'new');
    this.#mark(title, this.#likely);
    this.host.dataset.paper = paper.id;
    if (shown) this.host.dataset.state = shown;
    this.#box.setAttribute('aria-label', line ? `${title}. ${line}` : title);
    this.#root.querySelector('p')?.remove();
    if (line) this.#box.after(this.#lineOf(line));
  }

  #draw(title: string, state: PaperState): void {
    const key = `${state} ${title}`;
    if (key === this.#drawn) return;
    this.#drawn = key;
    const focused = this.#root.activeElement;
    this.#box.replaceChildren(this.templates.parts(title, state));
    if (focused && focused !== this.#box) this.#focusFirst();
  }

  /** A mark that says the same stays, and what is open on it. */
  #mark(title: string, likely: Likely | undefined): void {
    if (this.#box.querySelector(`.bars${likely}`)) return;
    this.#box.querySelector('[data-action=why]')?.remove();
    if (likely) this.#box.prepend(this.templates.mark(title, likely));
  }

  /** Puts the focus on the control as a whole, where no key presses a button. */
  focus(): void {
    this.#box.focus({ preventScroll: true });
  }

  #lineOf(words: string): HTMLElement {
    const line = this.templates.document.createElement('p');
    line.textContent = words;
    return line;
  }

  /** A script of the page can click here too; only what the reader does counts. */
  #onClick(event: Event): void {
    event.stopPropagation();
    const button = (event.target as Element | null)?.closest<HTMLElement>('[data-action]');
    if (!event.isTrusted || !button) return;
    const action = button.dataset.action as ButtonAction;
    if (action === 'status' || action === 'why') void this.#open(button);
    else if (action === 'peek' || action === 'tag' || action === 'note') {
      this.commands.read(this.#paper?.id ?? '', action === 'peek' ? undefined : action);
    } else if (this.#paper) void this.#send(this.#paper, decisions[action]);
  }

  /** Why a paper is likely is asked for when somebody looks. */
  #explain({ target, isTrusted }: Event): void {
    const mark = (target as Element).closest<HTMLElement>('[data-action=why]');
    const opener = isTrusted && mark && this.#opener(mark);
    if (!opener) return;
    const explained = this.commands.menus().then((menus) => menus.explain(opener));
    explained.catch((error: unknown) => report('card', error));
  }

  async #open(button: HTMLElement): Promise<void> {
    try {
      const menus = await this.commands.menus();
      const opener = this.#opener(button);
      if (opener) menus.toggle(opener);
    } catch (error) {
      report('card', error);
      this.#fail(text('cardFailed'));
    }
  }

  #opener(button: HTMLElement): Opener | undefined {
    const [paper, state] = [this.#paper, this.state];
    const { announce } = this;
    return paper && state && { button, paper, state, likely: this.#likely, announce };
  }

  async #send(paper: Paper, to: PageDecision): Promise<void> {
    this.#box.ariaBusy = 'true';
    try {
      await this.commands.decide(paper, to);
      this.#fail('');
      this.announce(text(announcements[to], paper.title ?? paper.id));
    } catch (error) {
      report('card', error);
      this.#fail(text('cardFailed'));
    } finally {
      this.#box.ariaBusy = null;
    }
  }

  #fail(words: string): void {
    this.#box.title = words;
    this.#box.classList.toggle('failed', words !== '');
    if (words) this.announce(words);
  }

  /** No key pressed here reaches the page's own shortcuts. */
  #onKey(event: KeyboardEvent): void {
    event.stopPropagation();
    // A key that is held would press the button that takes the place of the first.
    if (event.repeat && event.key === 'Enter') event.preventDefault();
    this.commands.key(event);
  }

  #focusFirst(): void {
    this.#box.querySelector<HTMLElement>('button:not([data-action=why])')?.focus();
  }
}
