import { batch } from '@preact/signals';
import { text } from '../../lib/text';
import type { Change } from '../../papers/change';
import type { PaperId } from '../../papers/paper';
import type { TagsChange } from '../../papers/tags';
import { changeMany } from '../../store/actions/change';
import { actionOf } from '../../store/actions/list';
import { undoAction } from '../../store/actions/undo';
import { actionSentence, undoSentence } from '../../wording/actions';
import { PaperCommands } from '../shared/paper-commands';
import { withTag } from '../shared/tags/recent-tags';
import { afterPaint } from './after-paint';
import { announcementOf } from './announcement';
import { type Last, lastOf } from './last-action';
import type { DeckService } from './service';
import { type Trace, traceOf, withTrace, written } from './trail';

/** What is decided of a paper at one key. */
export const decisions = {
  dismiss: { kind: 'state', to: 'dismissed' },
  less: { kind: 'state', to: 'less' },
  save: { kind: 'state', to: 'saved' },
  later: { kind: 'later' },
} as const satisfies Readonly<Record<string, Change>>;
export type DeckDecision = keyof typeof decisions;

interface PendingChange {
  readonly ids: readonly PaperId[];
  readonly change: Change;
  readonly at: number;
}

/**
 * What the reader does in the deck. A decision is shown at once and written after those before it;
 * whatever is asked for while something is put back waits for that, so that no key ever meets another
 * paper than the one its reader saw.
 */
export class DeckCommands extends PaperCommands<DeckService> {
  #waiting: PendingChange[] = [];
  #failed: readonly PendingChange[] = [];
  #writing: Promise<void> | undefined;
  #undoing: Promise<void> | undefined;

  constructor(readonly service: DeckService) {
    super(service, 'deck');
  }

  /** Decides on the paper on top, which makes room for the next one at once. */
  async decide(decision: DeckDecision, now: number): Promise<void> {
    if (this.#undoing) await this.#undoing;
    const { standing } = this.page.state;
    const { current } = standing.value;
    if (current === undefined) return;
    await this.#do({ ids: [current], change: decisions[decision], at: now });
  }

  /** Dismisses all that the time limit leaves out, or without one all that is left, as one action. */
  async dismissRest(now: number): Promise<void> {
    if (this.#undoing) await this.#undoing;
    const { left, rest } = this.page.state.standing.value;
    const ids = this.page.state.session.value?.budget ? rest : left;
    if (ids.length) await this.#do({ ids, change: decisions.dismiss, at: now });
  }

  /** Saves another paper than the one on top. */
  save(id: PaperId, now: number): Promise<unknown> {
    return this.write(() => changeMany([id], decisions.save, now, { view: this.view }));
  }

  /** Changes the tags of a paper, which stays on top. */
  override async changeTags(id: PaperId, tags: TagsChange, now = Date.now()): Promise<void> {
    await this.#writing;
    await super.changeTags(id, tags, now);
    const { recentTags } = this.page.state;
    for (const name of tags.add) recentTags.value = withTag(recentTags.value, name);
  }

  /** Puts papers among those to read next, as one action. */
  async readNext(ids: readonly PaperId[], now: number): Promise<void> {
    let action: number | undefined;
    await this.write(async () => {
      ({ action } = await changeMany(ids, { kind: 'queue', on: true }, now, { view: this.view }));
    });
    await this.#say(action);
  }

  /** Takes back what was done last in this session, and shows its paper again. */
  undo(now: number): Promise<void> {
    return this.#inTurn(() => this.#undoLast(now));
  }

  /** Takes back a decision of the trail, and shows its paper again; nothing where it was taken back already. */
  undoOne({ id, action: written }: Trace, now: number): Promise<void> {
    return this.#inTurn(async () => {
      const { trail } = this.page.state;
      const number = written ?? trail.value.findLast((trace) => trace.id === id)?.action;
      const action = number === undefined ? undefined : await actionOf(number);
      if (action) await this.#takeBack({ action, ids: [id] }, now);
    });
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const undoing = (this.#undoing ?? Promise.resolve())
      .then(() => this.#writing)
      .then(() => this.page.guard('write', work))
      .then(() => {})
      .finally(() => {
        if (this.#undoing === undoing) this.#undoing = undefined;
      });
    this.#undoing = undoing;
    return undoing;
  }

  /** Notes that the reader has gone to a paper's page; one that is undecided stays in the deck. */
  override async visited(id: PaperId, now = Date.now()): Promise<void> {
    if (this.page.state.standing.value.left.includes(id)) this.page.note({ held: id });
    await super.visited(id, now);
  }

  /** Writes once more what could not be written, of the papers that are still undecided. */
  async retry(): Promise<void> {
    const { left, rest } = this.page.state.standing.value;
    const open = new Set([...left, ...rest]);
    const again = this.#failed.map((pending) => ({
      ...pending,
      ids: pending.ids.filter((id) => open.has(id)),
    }));
    this.giveUp();
    for (const pending of again) if (pending.ids.length) void this.#do(pending);
    await this.#writing;
  }

  /** Leaves it at what went wrong: nothing of it is written any more. */
  giveUp(): void {
    this.#failed = [];
    this.page.state.failure.value = undefined;
  }

  /** Whether something could not be written. */
  get hasFailed(): boolean {
    return this.#failed.length > 0;
  }

  #do(pending: PendingChange): Promise<void> {
    const { state } = this.page;
    this.#failed = [];
    this.#waiting.push(pending);
    batch(() => {
      state.taken.value = new Set([...state.taken.value, ...pending.ids]);
      if (pending.ids.length === 1) this.#trace(pending);
      state.notice.value = undefined;
      state.isTagging.value = false;
      state.isRuling.value = false;
      this.page.moveOn(pending.ids);
    });
    state.announcement.value = announcementOf(pending, state);
    this.#writing ??= afterPaint()
      .then(() => this.#writeAll())
      .finally(() => {
        this.#writing = undefined;
      });
    return this.#writing;
  }

  /** A decision on one paper is part of the trail, and of the reader's pace. */
  #trace({ ids: [id = ''], change, at }: PendingChange): void {
    const { trail, instants, papers } = this.page.state;
    const title = papers.value.get(id)?.title ?? id;
    instants.value = [...instants.value, at];
    trail.value = withTrace(trail.value, { id, title, said: traceOf(change) });
  }

  /** One after the other, in the order of the keys; a failure puts all of them back. */
  async #writeAll(): Promise<void> {
    for (let pending = this.#waiting[0]; pending; pending = this.#waiting[0]) {
      const { ids, change, at } = pending;
      let action: number | undefined;
      const isWritten = await this.page.guard('write', async () => {
        ({ action } = await changeMany(ids, change, at, { view: this.view }));
      });
      if (!isWritten) return this.#putBack();
      await this.page.settle();
      this.#waiting.shift();
      this.#letGo(ids);
      const { trail } = this.page.state;
      if (ids.length === 1) trail.value = written(trail.value, ids[0] ?? '', action);
      this.page.keep();
      if (ids.length > 1) await this.#say(action);
    }
  }

  #putBack(): void {
    const { state } = this.page;
    this.#failed = this.#waiting;
    this.#waiting = [];
    const [first] = this.#failed.flatMap(({ ids }) => ids);
    batch(() => {
      state.taken.value = new Set();
      this.#forget(new Set(this.#failed.flatMap(({ ids }) => ids)));
      state.announcement.value = '';
      if (first !== undefined) this.page.note({ at: first });
    });
  }

  #letGo(ids: readonly PaperId[]): void {
    const { taken } = this.page.state;
    const still = new Set(taken.value);
    for (const id of ids) still.delete(id);
    taken.value = still;
  }

  async #say(id: number | undefined): Promise<void> {
    const action = id === undefined ? undefined : await actionOf(id);
    if (action)
      this.page.state.notice.value = {
        said: actionSentence(action, Date.now()),
        canUndo: true,
      };
  }

  async #undoLast(now: number): Promise<void> {
    const { state } = this.page;
    const last = await lastOf(state.session.value);
    if (last) await this.#takeBack(last, now);
    else state.notice.value = { said: text('nothingToUndo'), canUndo: false };
  }

  async #takeBack({ action, ids }: Last, now: number): Promise<void> {
    const { state } = this.page;
    const result = await undoAction(action.id, now);
    await this.page.settle();
    const [only, ...others] = ids;
    const { left, rest } = state.standing.value;
    const back = new Set(ids);
    const at = [...left, ...rest].find((id) => back.has(id));
    batch(() => {
      if (only !== undefined && others.length === 0) this.page.note({ at: only, held: only });
      else if (at !== undefined) this.page.note({ at });
      if (others.length === 0) state.instants.value = state.instants.value.slice(0, -1);
      this.#forget(back);
      state.notice.value = { said: undoSentence(action, result), canUndo: false };
    });
  }

  #forget(ids: ReadonlySet<PaperId>): void {
    const { trail } = this.page.state;
    trail.value = trail.value.filter(({ id }) => !ids.has(id));
  }
}
