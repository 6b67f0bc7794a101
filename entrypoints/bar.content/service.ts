import { actionSentence, type Told } from '../../components/said';
import { type BarChoices, writeBarChoices } from '../../lib/bar-choices';
import type { LastAction } from '../../lib/bar-messages';
import { ask } from '../../lib/messages';
import { writeOptions } from '../../lib/options';
import { report } from '../../lib/report';
import { text } from '../../lib/text';
import { isSaved, isUndecided, type Paper, type PaperId } from '../../papers/paper';
import type { RuleDraft } from '../../papers/rules/proposals';
import type { SharedPage } from '../digest.content/shared-page';
import type { Deed } from './keys';
import type { BarState } from './state';
import type { Walking } from './walking';

/** What the reader can do from the bar and with the keys. Each deed tells what became of it. */
export class BarService {
  constructor(
    readonly state: BarState,
    private readonly page: SharedPage,
    private readonly walking: Walking,
  ) {}

  /** Does what a key stands for; false when there was nothing to do, so that the key is the page's. */
  press(deed: Deed): boolean {
    if (deed === 'help') return this.open({ kind: 'help' });
    if (deed === 'close') return this.close();
    if (deed === 'undo') return this.run(() => this.undo());
    if (deed === 'next') return this.walking.step(1) !== undefined;
    if (deed === 'previous') return this.walking.step(-1) !== undefined;
    const id = this.walking.current()?.id;
    if (id === undefined) return false;
    if (deed === 'open') return this.run(() => ask('openPaper', { id }));
    if (deed === 'read') return this.run(() => this.read(id));
    if (deed === 'tag') return this.run(() => this.askForTag(id));
    return this.run(() => this.decide(id, deed === 'save' ? 'unread' : 'dismissed'));
  }

  /** Goes to the next new paper. */
  nextNew(): void {
    const { states = new Map(), marks = {} } = this.state.view.peek() ?? {};
    this.walking.next(({ id }) => states.get(id) === 'new' && marks[id]?.muted === undefined);
  }

  /** Saves or dismisses a paper that stands otherwise. */
  async decide(id: PaperId, to: 'unread' | 'dismissed'): Promise<void> {
    const { view, choices } = this.state;
    const [paper, state] = [this.paperOf(id), view.peek()?.states.get(id)];
    if (!paper || !state) return;
    if (to === 'unread' ? isSaved(state) : !isUndecided(state)) return;
    const successor = this.walking.successor();
    const hadFocus = this.walking.current()?.id === id;
    await this.page.decide(paper, to);
    if (to === 'dismissed' && choices.peek().hidesSeen && hadFocus && successor)
      this.walking.goTo(successor.id);
    this.#told(await ask('lastAction', {}));
  }

  /** Dismisses everything on the page that is still undecided, as one action. */
  async dismissRest(): Promise<void> {
    const ids = this.state.numbers.peek()?.rest ?? [];
    const action = await ask('dismissRest', { ids });
    await this.page.refresh();
    this.#told(action);
  }

  /** Takes back one action, or the last one. */
  async undo(action?: number): Promise<void> {
    const last = await ask('lastAction', {});
    const wanted = action ?? last?.id;
    if (wanted === undefined) return this.say(text('barNothingToUndo'));
    await ask('undo', { action: wanted });
    await this.page.refresh();
    const words = last?.id === wanted ? sentence(last) : this.state.notice.peek()?.words;
    this.say(text('barUndone', words ?? ''));
  }

  /** Opens what is known of a paper, and what the page does not know as soon as it is there. */
  async read(id: PaperId): Promise<void> {
    this.open({ kind: 'read', id });
    await this.#learnMore(id);
  }

  /** Follows what a paper suggests; the cards of the page tell of it at once. */
  async follow(id: PaperId, draft: RuleDraft): Promise<void> {
    this.say(await ask('makeRule', { draft }));
    await Promise.all([this.#learnMore(id), this.page.refresh()]);
  }

  /** Gives a paper a tag. */
  async tag(id: PaperId, tag: string): Promise<void> {
    this.close();
    if (!tag.trim()) return;
    await ask('tagPaper', { id, tag });
    await this.page.refresh();
    this.#told(await ask('lastAction', {}));
  }

  /** Opens the field for a tag. */
  async askForTag(id: PaperId): Promise<void> {
    this.open({ kind: 'tag', id, names: await ask('tagNames', {}) });
  }

  /** Shows a sheet above the bar. */
  open(sheet: BarState['sheet']['value']): true {
    this.state.sheet.value = sheet;
    return true;
  }

  /** Puts the sheet away, and the focus back on the card that it was about. */
  close(): boolean {
    const sheet = this.state.sheet.peek();
    this.state.sheet.value = undefined;
    if (sheet && sheet.kind !== 'help') this.walking.goTo(sheet.id);
    return sheet !== undefined;
  }

  /** Opens the deck, on some days or on everything new. */
  catchUp(days?: readonly string[]): void {
    this.run(() => ask('openDeck', days ? { days } : {}));
  }

  /** Keeps a choice about the bar. */
  choose(change: Partial<BarChoices>): void {
    this.state.choices.value = { ...this.state.choices.peek(), ...change };
    this.run(() => writeBarChoices(change));
  }

  /** Turns the keys on or off; the offer has been answered with that. */
  useKeys(on: boolean): void {
    this.state.hasKeys.value = on;
    this.choose({ knowsKeys: true });
    this.run(() => writeOptions({ pageKeys: on }));
  }

  /** The paper of the page. */
  paperOf(id: PaperId): Paper | undefined {
    return this.state.view.peek()?.papers.find((paper) => paper.id === id);
  }

  /** Says something, on the bar and to a screen reader. */
  say(words: string, action?: number): void {
    this.state.notice.value = action === undefined ? { words } : { words, action };
  }

  /** Does something, and says so when it fails. */
  run(work: () => Promise<unknown>): true {
    work().catch((error: unknown) => {
      report('page bar', error);
      this.say(text('barFailed'));
    });
    return true;
  }

  async #learnMore(id: PaperId): Promise<void> {
    const more = await ask('paperText', { id });
    const sheet = this.state.sheet.peek();
    if (more && sheet?.kind === 'read' && sheet.id === id) this.open({ ...sheet, more });
  }

  #told(action: LastAction | null): void {
    if (action) this.say(sentence(action), action.id);
  }
}

function sentence({ kind, ...told }: LastAction): string {
  return actionSentence({ kind: kind as Told['kind'], ...told }, Date.now());
}
