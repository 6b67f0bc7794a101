import type { Change } from '../../papers/change';
import { isSaved } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import { tagKey } from '../../papers/tag-key';
import type { Action } from '../database/schema';

/** What the sentence about an action needs. */
export type Description = Pick<Action, 'kind' | 'detail' | 'from'>;

/**
 * Says what a change did to a paper.
 * @param isAlone Whether it was meant for this paper only, whose title then goes along.
 */
export function describe(
  change: Change,
  before: PaperRecord,
  after: PaperRecord,
  isAlone: boolean,
): Description {
  const title = isAlone ? { detail: before.title ?? before.id } : {};
  switch (change.kind) {
    case 'state':
      return change.to === 'less' ? { kind: 'less', ...title } : decided(before, after, title);
    case 'restore':
      return { kind: 'restored', ...title };
    case 'later':
      return { kind: 'later', ...title };
    case 'count':
      return { kind: 'counted' };
    case 'snooze':
      return { kind: 'snoozed', detail: String(change.until) };
    case 'tag':
      return before.tags.length === after.tags.length && before.state !== after.state
        ? decided(before, after, title)
        : tagged(before, after);
    case 'retag':
      return tagged(before, after);
    case 'star':
      return { kind: change.on ? 'starred' : 'unstarred', ...title };
    case 'version':
      return { kind: 'versionKnown', ...title };
    case 'lead':
      return { kind: 'led', ...title };
    case 'queue':
      return { kind: change.on ? 'queued' : 'unqueued', ...title };
  }
}

function decided(
  before: PaperRecord,
  after: PaperRecord,
  title: { readonly detail?: string },
): Description {
  const wasSaved = isSaved(before.state);
  if (isSaved(after.state))
    return wasSaved ? { kind: 'status', detail: after.state } : { kind: 'saved', ...title };
  if (after.state === 'dismissed') return { kind: 'dismissed', ...title };
  const isRemoved = after.state === 'deleted' || wasSaved;
  return { kind: isRemoved ? 'deleted' : 'restored', ...title };
}

function tagged(before: PaperRecord, after: PaperRecord): Description {
  const [had, has] = [before, after].map(({ tags }) => new Set(tags.map(tagKey)));
  const added = after.tags.filter((tag) => !had?.has(tagKey(tag)));
  if (added.length) return { kind: 'tagged', detail: added.join(', ') };
  const removed = before.tags.filter((tag) => !has?.has(tagKey(tag)));
  return { kind: 'untagged', detail: removed.join(', ') };
}
