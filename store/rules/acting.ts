import { changed } from '../../papers/change';
import { type Before, beforeOf } from '../../papers/own';
import type { PaperId } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import type { Rule } from '../../papers/rules/rule';
import { Recording } from '../actions/recording';
import type { Writer } from '../records/writer';

/** Tells whether a rule does something by itself. Tags are for saved papers: giving one is saving. */
export function isActing({ effect, saves, tags }: Rule): boolean {
  return effect === 'follow' && (saves === true || (tags?.length ?? 0) > 0);
}

/**
 * Does what a rule does by itself, as one action that can be undone.
 * @param ids Papers that match it for the first time.
 * @param at When it counts as done, in ms.
 */
export async function actByRule(
  writer: Writer,
  rule: Rule,
  ids: readonly PaperId[],
  at: number,
): Promise<void> {
  const before: Before[] = [];
  for (const id of ids) {
    const record = await writer.find(id);
    const after = record && taken(record, rule, at, writer.device);
    if (!record || !after || after === record) continue;
    before.push(beforeOf(record, after));
    writer.put(record, after);
    const source = record.sites?.[0];
    writer.decisions.note({
      ...{
        id,
        upvotes: record.upvotes,
        at,
        what: rule.tags?.length ? 'ruleTagged' : 'ruleSaved',
        by: 'rule',
      },
      ...(source === undefined ? {} : { source }),
    });
  }
  const kind = rule.tags?.length ? 'ruleTagged' : 'ruleSaved';
  const recording = new Recording(before.length, at);
  recording.add(writer, { before, isLast: true }, undefined, { kind, detail: rule.value });
}

/** Tells whether a rule saved the paper as it came, and nobody has done anything with it since. */
export function isTakenOnArrival({ state, stamps, firstSeenAt, openedAt }: PaperRecord): boolean {
  return state === 'unread' && stamps.standing?.at === firstSeenAt + 1 && openedAt === undefined;
}

/** One later than the sighting, which tells what was saved as it came; see `isTakenOnArrival`. */
function taken(record: PaperRecord, { tags = [] }: Rule, at: number, device: string): PaperRecord {
  const clock = { now: Math.max(at, record.firstSeenAt) + 1, device };
  const isNew = record.state === 'new';
  const saved = isNew ? changed(record, { kind: 'state', to: 'unread' }, clock) : undefined;
  const kept = saved ?? record;
  return changed(kept, { kind: 'tag', add: tags, remove: [] }, clock) ?? kept;
}
