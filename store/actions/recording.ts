import type { Before } from '../../papers/own';
import type { AddedRows } from '../backup/restore/rest';
import type { Restored } from '../backup/restore/undo';
import { unawaited } from '../database/requests';
import type { Action, Step } from '../database/schema';
import type { Occasion } from '../decisions/log';
import type { JoinBefore } from '../records/join';
import type { Refusal } from '../records/kept-apart';
import { type Writer, write } from '../records/writer';
import type { LookChange } from '../words/tag-looks';
import type { Description } from './describe';
import { isByRule } from './kinds';
import { holdAction } from './live';
import { actionFor, type Request } from './requests';

/** How many actions can be undone; older ones go, about ten at a time. */
export const keptActions = 50;
const droppedAtOnce = 10;
/** Up to how many papers stand in the action itself: its number, by which a step is kept, comes after another wait. */
const few = 4;
/** How long a join can be undone, in ms: a month. */
const keptJoins = 30 * 86_400_000;

/** What one transaction of an action did. */
export interface Part {
  readonly before: readonly Before[];
  readonly isLast: boolean;
  /** What it did to the looks of tags. */
  readonly looks?: readonly LookChange[];
  /** The records that became one. */
  readonly joined?: readonly JoinBefore[];
  /** The pairs of which the reader said that they are two. */
  readonly refused?: readonly Refusal[];
  /** The papers that a backup brought or changed. */
  readonly restored?: readonly Restored[];
  /** What a backup brought beside papers. */
  readonly added?: AddedRows;
}

/**
 * Writes down what an action does, each part in the transaction that does it, so that at any moment
 * the store says how far it has come. Nothing is written for an action that changes nothing.
 */
export class Recording {
  #id: Promise<number> | undefined;
  #isKept = false;
  #isRepeat: Promise<boolean> | undefined;
  #action: Promise<Action> | undefined;
  #parts = 0;
  #release = (): void => {};

  /**
   * @param total How many papers it is meant for.
   * @param at When it began, in ms.
   * @param request What it comes of, when that was a message.
   * @param occasion Where.
   */
  constructor(
    readonly total: number,
    readonly at: number,
    readonly request?: Request,
    readonly occasion: Occasion = {},
  ) {}

  /**
   * Looks whether this was done already, since its request is a repeat; then it is that action.
   */
  isRepeat(writer: Writer): Promise<boolean> {
    this.#isRepeat ??= this.#id ? Promise.resolve(false) : this.#lookUp(writer);
    return this.#isRepeat;
  }

  async #lookUp(writer: Writer): Promise<boolean> {
    const action = this.request && (await actionFor(writer, this.request));
    if (action) {
      this.#id = Promise.resolve(action.id);
      this.#action = Promise.resolve(action);
    }
    return action !== undefined;
  }

  /**
   * Reads the action as it stands, at the beginning of a later transaction.
   * @returns `undefined` for the first part, and when 50 newer ones have come since.
   */
  async action(writer: Writer): Promise<Action | undefined> {
    if (!this.#id) return undefined;
    return writer.transaction.objectStore('actions').get(await this.#id);
  }

  /** The action of one transaction as it stands in the end, nothing read for it; `undefined` when it changed nothing. */
  async whole(): Promise<Action | undefined> {
    return this.#action;
  }

  /** Writes a part down. Nothing is waited for that the transaction itself does not wait for. */
  add(writer: Writer, part: Part, action: Action | undefined, description: Description): void {
    const { isLast } = part;
    if (!this.#id && !isEmpty(part)) this.#begin(writer, part, description);
    else if (action) {
      const stage = isLast ? 'done' : action.stage;
      const next = { ...action, done: action.done + sizeOf(part), stage } as const;
      unawaited(writer.transaction.objectStore('actions').put(next));
      if (!isEmpty(part)) this.#put(writer, action.id, part);
    }
  }

  /** Says that the transaction of a part is complete; the number of one that failed is given again. */
  keep(): void {
    this.#isKept = this.#id !== undefined;
  }

  /** Ends the action where it is, so that nobody takes it for one that was cut off. */
  async stop(): Promise<void> {
    const id = await this.id();
    if (id !== undefined) await stopAction(id);
  }

  /** Lets go of the action when nothing more is done for it. */
  release(): void {
    this.#release();
  }

  /** The action's number; `undefined` when it changed nothing. */
  async id(): Promise<number | undefined> {
    return this.#isKept ? this.#id : undefined;
  }

  #begin(writer: Writer, part: Part, description: Description): void {
    const { total, at, request } = this;
    const stage = part.isLast ? 'done' : 'running';
    const actions = writer.transaction.objectStore('actions');
    const done = sizeOf(part);
    const asked = request ? { request: request.id } : {};
    const isSmall = part.isLast && isFew(part);
    const before = isSmall ? { before: part.before } : {};
    const action = { at, total, done, stage, ...asked, ...description, ...before } as Action;
    const added = actions.add(action);
    this.#id = isSmall ? added : added.then((id) => this.#go(writer, id, part));
    this.#action = this.#id.then((id) => ({ ...action, id }));
    if (isSmall) unawaited(this.#action);
    else writer.until(this.#action);
    if (Math.trunc(at) % droppedAtOnce === droppedAtOnce - 1) writer.until(dropOld(writer, at));
  }

  #go(writer: Writer, id: number, part: Part): number {
    if (!part.isLast) this.#release = holdAction(id);
    this.#put(writer, id, part);
    return id;
  }

  #put(writer: Writer, action: number, part: Part): void {
    const { before, looks, joined, refused, restored, added } = part;
    const step = {
      ...{ action, part: this.#parts, before },
      ...(looks?.length ? { looks } : {}),
      ...(joined?.length ? { joined } : {}),
      ...(refused?.length ? { refused } : {}),
      ...(restored?.length ? { restored } : {}),
      ...(added ? { added } : {}),
    };
    this.#parts += 1;
    unawaited(writer.transaction.objectStore('steps').put(step));
  }
}

/**
 * Ends an action that is running or being undone where it is; what it changed, or what of it was not
 * put back yet, can still be undone.
 * @throws StoreError
 */
export function stopAction(id: number): Promise<void> {
  return write(async (writer) => {
    const actions = writer.transaction.objectStore('actions');
    const action = await actions.get(id);
    if (action?.stage === 'running' || action?.stage === 'undoing')
      await actions.put({ ...action, stage: 'stopped' });
  });
}

/**
 * Forgets actions that are too many: of the reader's own and of those of rules the last fifty stay, and
 * joins, which nobody asked for, stay a month.
 */
async function dropOld({ transaction }: Writer, now: number): Promise<void> {
  const actions = transaction.objectStore('actions');
  const rows = (await actions.getAll()).reverse();
  const joins = rows.filter(({ kind }) => kind === 'joined');
  const others = rows.filter(({ kind }) => kind !== 'joined');
  const byRule = others.filter(({ kind }) => isByRule(kind));
  const own = others.filter(({ kind }) => !isByRule(kind));
  const old = [
    ...own.slice(keptActions),
    ...byRule.slice(keptActions),
    ...joins.filter(({ at }) => at < now - keptJoins),
  ];
  for (const { id } of old) {
    unawaited(actions.delete(id));
    unawaited(transaction.objectStore('steps').delete(IDBKeyRange.bound([id], [id, []])));
  }
}

/** How many papers a part is about. */
export function sizeOf({ before, joined = [], refused = [], restored = [] }: Part | Step): number {
  return before.length + joined.length + refused.length + restored.length;
}

/** Whether it is about few papers, and about nothing else. */
function isFew({ before, looks, joined, refused, restored, added }: Part): boolean {
  const others = [looks, joined, refused, restored].some((list) => list?.length);
  return before.length <= few && !others && !added;
}

function isEmpty(part: Part): boolean {
  return !sizeOf(part) && !part.added;
}
