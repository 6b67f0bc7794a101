import type { PaperId } from '../../papers/paper';
import { tagKey } from '../../papers/tag-key';
import { unawaited } from '../database/requests';
import type { Action, Step } from '../database/schema';
import type { Writer } from '../records/writer';
import { sizeOf } from './recording';

/**
 * Takes papers that are purged out of what can be undone, within a running transaction: no step is about
 * them any more, and no action names them, their tags or their notes. An action about nothing else goes.
 * @param gone Every id that the papers had.
 * @param keys Their tags; a hue that a backup gave one of them is no longer taken back.
 */
export async function forgetInActions(
  writer: Writer,
  gone: ReadonlySet<PaperId>,
  keys: ReadonlySet<string>,
): Promise<void> {
  const { transaction } = writer;
  const [actions, steps] = [transaction.objectStore('actions'), transaction.objectStore('steps')];
  for (const action of await actions.getAll()) {
    const range = IDBKeyRange.bound([action.id], [action.id, []]);
    const all = stepIn(action) ?? (await steps.getAll(range));
    const kept = all.map((step) => withoutHues(without(step, gone), keys));
    const isTouched = kept.some((step, at) => step !== all[at]);
    // What was undone of an action has no step any more that would say which papers it names.
    if (!isTouched && action.stage === 'done') continue;
    const done = kept.reduce((sum, step) => sum + sizeOf(step), 0);
    const isOver = done === 0 && !kept.some(({ added }) => added);
    if (isOver && action.stage !== 'running') {
      unawaited(actions.delete(action.id));
      unawaited(steps.delete(range));
      continue;
    }
    const [own] = action.before ? kept : [];
    if (isTouched && !own) for (const step of kept) unawaited(steps.put(step));
    const before = own ? { before: own.before } : {};
    unawaited(actions.put({ ...nameless(action), ...wordsLeft(action, kept), ...before, done }));
  }
}

/** The step of a small action, which has none of its own. */
function stepIn({ id, before }: Action): Step[] | undefined {
  return before && [{ action: id, part: 0, before }];
}

/** A step without some papers; the same one when it is not about them. */
function without(step: Step, gone: ReadonlySet<PaperId>): Step {
  const { before, joined = [], refused = [], restored = [] } = step;
  const left = before.filter(({ id }) => !gone.has(id));
  const apart = joined.filter(
    ({ kept, other }) => !gone.has(kept.record.id) && !gone.has(other.record.id),
  );
  const others = restored.filter(
    ({ id, rows }) => !gone.has(id) && !gone.has(rows?.record.id ?? id),
  );
  const pairs = refused.filter((pair) => !pair.some(({ id }) => gone.has(id)));
  const next = { ...step, before: left, joined: apart, refused: pairs, restored: others };
  if (sizeOf(next) === sizeOf(step)) return step;
  const { joined: _joined, refused: _refused, restored: _restored, ...rest } = next;
  return {
    ...rest,
    ...(apart.length ? { joined: apart } : {}),
    ...(pairs.length ? { refused: pairs } : {}),
    ...(others.length ? { restored: others } : {}),
  };
}

function withoutHues(step: Step, keys: ReadonlySet<string>): Step {
  const { added, ...rest } = step;
  const looks = added?.looks.filter(({ id }) => !keys.has(id)) ?? [];
  if (!added || looks.length === added.looks.length) return step;
  const left = { ...added, looks };
  return Object.values(left).some(({ length }) => length) ? { ...rest, added: left } : rest;
}

function nameless({ detail: _detail, from: _from, ...action }: Action): Action {
  return action;
}

/** What an action may still say: words that the papers left in it have as well. */
function wordsLeft(action: Action, steps: readonly Step[]): Pick<Action, 'detail' | 'from'> {
  const { kind, detail, from } = action;
  if (detail === undefined || !steps.some((step) => sizeOf(step))) return {};
  switch (kind) {
    case 'tagged':
    case 'untagged':
      return tagsLeft(detail, steps);
    case 'joined': {
      const [first] = steps.flatMap(({ joined = [] }) => joined);
      return first ? { detail: first.kept.record.title ?? first.kept.record.id } : {};
    }
    default:
      // A title is named for one paper alone, and that one is here. A status, an end of a snooze, the
      // value of a rule and the name of a tag that a paper here had are none of what went.
      return { detail, ...(from === undefined ? {} : { from }) };
  }
}

function tagsLeft(detail: string, steps: readonly Step[]): Pick<Action, 'detail'> {
  const keys = new Set(
    steps.flatMap(({ before }) => before.flatMap(({ tags = [] }) => tags.map(({ key }) => key))),
  );
  const left = detail.split(', ').filter((tag) => keys.has(tagKey(tag)));
  return left.length ? { detail: left.join(', ') } : {};
}
