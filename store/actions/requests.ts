import type { Click } from '../../lib/click';
import type { Change } from '../../papers/change';
import { isSaved, type PaperState } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import { stateOnPage } from '../../papers/state-on-page';
import { tagKey } from '../../papers/tag-key';
import type { Stamp } from '../../papers/words/stamp';
import type { Action } from '../database/schema';
import type { Writer } from '../records/writer';

/** What the reader asked for in a message, which may be a repeat and come late. */
export interface Request extends Click {
  /** When it was received, in ms since the epoch. */
  readonly now: number;
  /** How the paper stood on the page that was clicked, where it was about one. */
  readonly shown?: PaperState | undefined;
}

/** The time at which something that was asked for counts as done: a clock may have been set back since. */
export function doneAt({ at, now }: Pick<Request, 'at' | 'now'>): number {
  return Math.min(at, now);
}

/** The action that came of a request already, of those that are kept. */
export async function actionFor(
  { transaction }: Writer,
  { id }: Click,
): Promise<Action | undefined> {
  const actions = await transaction.objectStore('actions').index('request').getAll(id);
  return actions.at(-1);
}

/**
 * Tells whether the reader has decided otherwise since a request was made, so that it comes too late.
 * Where a clock was set back in between, times tell nothing: then a decision counts that was made on
 * the paper as it still stands.
 */
export function isOvertaken(
  record: PaperRecord,
  change: Change,
  { at, now, shown }: Request,
): boolean {
  const isLate = (stamp: Stamp | undefined): boolean => {
    if (!stamp) return false;
    if (at <= now && stamp.at <= now) return stamp.at > at;
    return shown !== undefined && stateOnPage(record) !== shown;
  };
  if (change.kind !== 'tag') return isLate(record.stamps.standing);
  const keys = [...change.add, ...change.remove].map(tagKey);
  const isTagLate = record.tagStamps?.some((stamp) => keys.includes(stamp.key) && isLate(stamp));
  return isTagLate === true || (!isSaved(record.state) && isLate(record.stamps.standing));
}
