import { type BarChoices, writeBarChoices } from '../../lib/bar-choices';
import type { LastAction } from '../../lib/bar-messages';
import { writePageKeys } from '../../lib/bar-options';
import { type Click, newClick } from '../../lib/click';
import { ask } from '../../lib/messages';
import { report } from '../../lib/report';
import { text } from '../../lib/text';
import { isSaved, isUndecided, type Paper, type PaperId } from '../../papers/paper';
import type { RuleDraft } from '../../papers/rules/proposals';
import { actionSentence, type Told, undoneWords } from '../../wording/actions';
import type { SharedPage } from '../page/shared-page';
import type { CardNavigation } from './card-navigation';
import type { PageCommand } from './shortcuts';
import type { BarState, Notice } from './state';

/** What the reader can do from the bar and with the keys. Each command tells what became of it. */
export class BarService {
  #before: Promise<unknown> = Promise.resolve();

  constructor(
    readonly state: BarState,
    private readonly page: SharedPage,
    private readonly cardNavigation: CardNavigation,
  ) {}

  /** Does what a key stands for; false when there was nothing to do, so that the key is the page's. */
  press(command: PageCommand): boolean {
    if (command === 'close') return this.close();
    // What is open above the bar has the keys, wherever the focus is.
    if (this.state.sheet.peek()) return false;
    if (command === 'help') return this.open({ kind: 'help' });
    if (command === 'undo') return this.undo();
    if (command === 'next' || command === 'nextAll')
      return this.cardNavigation.step(1) !== undefined;
    if (command === 'previous' || command === 'previousAll')
      return this.cardNavigation.step(-1) !== undefined;
    const id = this.cardNavigation.current()?.id;
    if (id === undefined) return false;
    if (command === 'open') return this.run(() => ask('openPaper', { id }));
    if (command === 'read') return this.run(() => this.read(id));
    if (command === 'tag') return this.askForTag(id);
    return this.decide(id, command === 'save' ? 'saved' : 'dismissed');
  }

  /** Goes to the next new paper. */
  nextNew(): void {
    const { states = new Map(), remarks = {} } = this.state.view.peek() ?? {};
    this.cardNavigation.next(
      ({ id }) => states.get(id) === 'new' && remarks[id]?.muted === undefined,
    );
  }

  /** Saves or dismisses a paper that stands otherwise. */
  decide(id: PaperId, to: 'saved' | 'dismissed'): true {
    return this.#inTurn(async (click) => {
      const { view, choices } = this.state;
      const [paper, state] = [this.paperOf(id), view.peek()?.states.get(id)];
      if (!paper || !state) return;
      if (to === 'saved' ? isSaved(state) : !isUndecided(state)) return;
      const successor = this.cardNavigation.successor();
      const hadFocus = this.cardNavigation.current()?.id === id;
      const action = await this.page.decide(paper, to, click, 'bar');
      if (to === 'dismissed' && choices.peek().hidesSeen && hadFocus && successor)
        this.cardNavigation.goTo(successor.id);
      this.#told(action);
    });
  }

  /** Dismisses everything on the page that is still undecided, as one action. */
  dismissRest(): true {
    return this.#inTurn(async (click) => {
      const ids = this.state.pageCounts.peek()?.rest ?? [];
      const { action, standing } = await ask('dismissRest', { ids, click });
      this.page.learn(standing);
      this.#told(action);
    });
  }

  /** Takes back what a notice tells of, or what the reader did last. */
  undo(notice?: Notice): true {
    if (notice) this.say(notice.words);
    return this.#inTurn(async () => {
      const { action, words = '' } = notice ?? noticeOf(await ask('lastAction', {})) ?? {};
      const result = action === undefined ? undefined : await ask('undo', { action });
      if (result) this.page.learn(result.standing);
      const isDone = result && result.count + result.left > 0;
      this.say(isDone ? undoneWords(words, result, 'barUndone') : text('barNothingToUndo'));
    });
  }

  /** Opens what is known of a paper, and what the page does not know as soon as it is there. */
  async read(id: PaperId): Promise<void> {
    this.open({ kind: 'read', id });
    await this.#learnMore(id);
  }

  /** Follows what a paper suggests; the cards of the page tell of it at once. */
  async follow(id: PaperId, draft: RuleDraft): Promise<void> {
    const { said, standing } = await ask('makeRule', { draft });
    this.say(said);
    this.page.learn(standing);
    await this.#learnMore(id);
  }

  /** Gives a paper a tag, or each of a list; see `cleanTags`. */
  tag(id: PaperId, tag: string): void {
    if (!tag.trim()) return;
    this.close();
    this.#inTurn(async (click) => {
      const { action, standing } = await ask('tagPaper', { id, tag, click });
      this.page.learn(standing);
      this.#told(action);
    });
  }

  /** Opens the field for a tag at once: what is typed next must not be taken for keys. */
  askForTag(id: PaperId): true {
    const sheet = { kind: 'tag', id, names: [] } as const;
    this.open(sheet);
    return this.run(async () => {
      const names = await ask('tagNames', {});
      if (this.state.sheet.peek() === sheet) this.open({ ...sheet, names });
    });
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
    if (sheet && sheet.kind !== 'help') this.cardNavigation.goTo(sheet.id);
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
    this.run(() => writePageKeys(on));
  }

  /** The paper of the page. */
  paperOf(id: PaperId): Paper | undefined {
    return this.state.view.peek()?.papers.find((paper) => paper.id === id);
  }

  /** Says something, on the bar and to a screen reader. */
  say(words: string): void {
    this.state.notice.value = { words };
  }

  /** Does something, and says so when it fails. */
  run(work: () => Promise<unknown>): true {
    work().catch((error: unknown) => {
      report('page bar', error);
      this.say(text('barFailed'));
    });
    return true;
  }

  /** Does something when all that was asked for before is done: `u` after `s` means that save. */
  #inTurn(work: (click: Click) => Promise<unknown>): true {
    const click = newClick();
    const turn = this.#before.then(() => work(click));
    this.#before = turn.catch(() => {});
    return this.run(() => turn);
  }

  async #learnMore(id: PaperId): Promise<void> {
    const more = await ask('paperText', { id });
    const sheet = this.state.sheet.peek();
    if (more && sheet?.kind === 'read' && sheet.id === id) this.open({ ...sheet, more });
  }

  #told(action: LastAction | null): void {
    if (action) this.state.notice.value = noticeOf(action);
  }
}

function noticeOf(told: LastAction | null): Notice | undefined {
  if (!told) return undefined;
  const { id, kind, ...rest } = told;
  return {
    words: actionSentence({ kind: kind as Told['kind'], ...rest }, Date.now()),
    action: id,
  };
}
