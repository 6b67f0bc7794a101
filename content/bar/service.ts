import type { Signal } from '@preact/signals-core';
import { type BarChoices, writeBarChoices } from '../../lib/bar-choices';
import type { LastAction } from '../../lib/bar-messages';
import { writePageKeys } from '../../lib/bar-options';
import { type Click, newClick } from '../../lib/click';
import { keyed } from '../../lib/keymap/hints';
import { ask, type Standing } from '../../lib/messages';
import { report } from '../../lib/report';
import { text } from '../../lib/text';
import { isSaved, isUndecided, type Paper, type PaperId } from '../../papers/paper';
import type { PageDecision } from '../controls/buttons';
import type { SharedPage } from '../page/shared-page';
import type { CardNavigation } from './card-navigation';
import type { BarPart, Parts } from './common';
import { isLeft } from './page-counts';
import type { PageCommand } from './shortcuts';
import type { BarState, Notice, OwnField, Sheet } from './state';

/** What the reader can do from the bar and with the keys. Each command tells what became of it. */
export class BarService {
  #before: Promise<unknown> = Promise.resolve();

  /** @param parts Those of the bar that are there; the others are loaded when they are wanted. */
  constructor(
    readonly state: BarState,
    private readonly page: SharedPage,
    private readonly cardNavigation: CardNavigation,
    readonly parts: Signal<Parts>,
  ) {}

  /** Does what a key stands for; false when there was nothing to do, so that the key is the page's. */
  press(command: PageCommand): boolean {
    if (command === 'close') return this.close();
    const sheet = this.state.sheet.peek();
    // What is open above the bar has the keys, wherever the focus is.
    if (sheet && sheet.kind !== 'read') return false;
    if (command === 'help') return this.open({ kind: 'help' });
    if (command === 'undo') return this.undo();
    if (command === 'next') return this.#step(1, this.#isLeft);
    if (command === 'previous') return this.#step(-1, this.#isLeft);
    if (command === 'nextAll') return this.#step(1, () => true);
    if (command === 'previousAll') return this.#step(-1, () => true);
    const id = sheet?.id ?? this.cardNavigation.current()?.id;
    if (id === undefined) return false;
    if (command === 'open') return this.run(() => ask('openPaper', { id }));
    if (command === 'read') return this.read(id);
    if (command === 'tag' || command === 'note') return this.read(id, command);
    this.decide(id, command === 'save' ? 'saved' : 'dismissed');
    this.#goOn();
    return true;
  }

  /** Goes to the next new paper. */
  nextNew(): void {
    const states = this.state.view.peek()?.states;
    this.#step(1, (id) => this.#isLeft(id) && states?.get(id) !== 'seen', true);
  }

  /** Goes to the next paper that is left to decide on. */
  nextLeft(): void {
    this.#step(1, this.#isLeft, true);
  }

  /** Saves or dismisses a paper that stands otherwise, or takes back that it was dismissed. */
  decide(
    id: PaperId,
    to: Extract<PageDecision, 'saved' | 'dismissed' | 'less' | 'undecided'>,
  ): true {
    return this.inTurn(async (click) => {
      const [paper, state] = [this.paperOf(id), this.state.view.peek()?.states.get(id)];
      if (!paper || !state) return;
      const isSo = {
        saved: isSaved,
        dismissed: isDecided,
        less: isDecided,
        undecided: isUndecided,
      }[to];
      if (!isSo(state)) this.told(await this.page.decide(paper, to, click, 'bar'));
    });
  }

  /** Takes back what a notice tells of, or what the reader did last. */
  undo(notice?: Notice): true {
    const { action: id, words = '' } = notice ?? {};
    if (notice) this.say(words);
    return this.inTurn(async () => {
      const { said, standing } = await ask('undo', id ? { action: { id, words } } : {});
      this.page.learn(standing);
      this.say(said ?? text('nothingToUndo'));
      await this.learnMore();
    });
  }

  /** Opens a paper beside the page; what the page does not know of it is there as soon as it can be. */
  read(id: PaperId, field?: OwnField): true {
    this.cardNavigation.stay(id);
    const before = this.state.sheet.peek();
    const names = before?.kind === 'read' ? before.names : undefined;
    this.open({ kind: 'read', id, field, ...(names ? { names } : {}) });
    return this.run(() => this.learnMore());
  }

  /** The reader has left a field of the column: the next key for it is another wish. */
  written(field: OwnField): void {
    const { sheet } = this.state;
    const now = sheet.peek();
    if (now?.kind === 'read' && now.field === field) sheet.value = { ...now, field: undefined };
  }

  /** Shows a sheet, and loads what shows it first where that is not there. */
  open(sheet: Sheet): true {
    this.state.sheet.value = sheet;
    return this.load(sheet.kind === 'read' ? 'bar-reading' : 'bar-menu');
  }

  /** Loads a part of the bar, where it is not there. */
  load(part: BarPart): true {
    if (!this.parts.peek()[part]) this.run(() => ask('loadPart', { part }));
    return true;
  }

  /** Puts the sheet away, and the focus back on the card that it was about. */
  close(): boolean {
    const sheet = this.state.sheet.peek();
    this.state.sheet.value = undefined;
    if (sheet?.kind === 'read') this.cardNavigation.goTo(sheet.id);
    return sheet !== undefined;
  }

  /** Opens the deck, on some days, or on everything new; of a list that counts nowhere else on what is on it. */
  catchUp(days?: readonly string[]): void {
    const { digest = '', day } = this.state.view.peek()?.visit ?? {};
    const isList = !day && /:\d{4}-\d\d-\d\d$/.test(digest);
    const list = isList && this.state.pageCounts.peek()?.rest.length ? { list: digest } : {};
    this.run(() => ask('openDeck', days ? { days } : list));
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

  /** The tooltip of a button that does what a key does; see `keyed`. */
  readonly keyed = keyed;

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
    work().catch((error: unknown) => this.fail(error));
    return true;
  }

  /** Reports what went wrong, and says so. */
  fail(error: unknown): void {
    report('page bar', error);
    this.say(text('barFailed'));
  }

  /** Does something when all that was asked for before is done: `u` after `s` means that save. */
  inTurn(work: (click: Click) => Promise<unknown>): true {
    const click = newClick();
    const turn = this.#before.then(() => work(click));
    this.#before = turn.catch(() => {});
    return this.run(() => turn);
  }

  /** Says what was done, with the way back. */
  told(action: LastAction | null): void {
    if (action) this.state.notice.value = { words: action.words, action: action.id };
  }

  /** Shows how papers of the page stand, as the background has told. */
  learn(standing: Standing): void {
    this.page.learn(standing);
  }

  /** Asks for what is stored of the paper that is read, and once for the tags in use. */
  async learnMore(): Promise<void> {
    const { sheet } = this.state;
    const asked = sheet.peek();
    if (asked?.kind !== 'read') return;
    const { id } = asked;
    const [more, names] = await Promise.all([
      ask('paperText', { id }),
      asked.names ?? ask('tagNames', {}),
    ]);
    const now = sheet.peek();
    if (now?.kind === 'read' && now.id === id)
      sheet.value = { ...now, names, ...(more ? { more } : {}) };
  }

  readonly #isLeft = (id: PaperId): boolean => {
    const view = this.state.view.peek();
    return view !== undefined && isLeft(view, id);
  };

  #step(by: 1 | -1, holds: (id: PaperId) => boolean, turns = false): boolean {
    const item = this.cardNavigation.find(by, ({ id }) => holds(id), turns);
    if (!item) return false;
    const sheet = this.state.sheet.peek();
    this.cardNavigation.go(item, sheet?.kind !== 'read');
    if (sheet?.kind === 'read') this.read(item.id);
    return true;
  }

  /** After a decision: to the next paper that is left; the last one's place may be folded away with it. */
  #goOn(): void {
    if (this.#step(1, this.#isLeft) || !this.state.choices.peek().hidesSeen) return;
    const item = this.cardNavigation.successor();
    if (item) this.#step(1, (id) => id === item.id, true);
  }
}

function isDecided(state: Parameters<typeof isUndecided>[0]): boolean {
  return !isUndecided(state);
}
