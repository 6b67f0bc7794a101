import { isWithin, type Scope, sameScope } from '../../papers/deck/scope';
import {
  type DeckSession,
  type Papers,
  shows,
  standingOf,
  takenIn,
} from '../../papers/deck/session';
import { dayStart, type PaperRecord } from '../../papers/record';
import { listActions } from '../../store/actions/list';
import { oldestGlimpsed } from '../../store/deck/undecided';
import { recordsOf } from '../../store/records/queries';

/**
 * Tells whether the deck goes on with a session that was kept. Papers that came since must not be left out
 * by its scope, nor wait behind a time limit that is used up.
 * @param asked The scope of the page's address, if it names one.
 */
export function canGoOn(session: DeckSession, asked: Scope | undefined, papers: Papers): boolean {
  if (asked ? !sameScope(asked, session.scope) : leavesOut(session, papers)) return false;
  const { left, rest } = standingOf(session, papers, new Set());
  const hasMore = takenIn(session, papers) !== session;
  return left.length > 0 || (rest.length > 0 && !hasMore);
}

function leavesOut({ scope, onlyUnseen = false }: DeckSession, papers: Papers): boolean {
  const all = { scope: {}, withMuted: false, onlyUnseen };
  return [...papers.values()].some((paper) => shows(all, paper) && !isWithin(scope, paper));
}

/**
 * The number of the last action; 0 when there is none.
 * @throws StoreError
 */
export async function newestAction(): Promise<number> {
  return (await listActions(1))[0]?.id ?? 0;
}

/**
 * The papers that wait for a decision, and those of a session that wait no longer.
 * @throws StoreError
 */
export async function withSession(
  fresh: readonly PaperRecord[],
  session: DeckSession | undefined,
): Promise<Papers> {
  const papers = new Map(fresh.map((paper) => [paper.id, paper]));
  const others = (session?.ids ?? []).filter((id) => !papers.has(id));
  for (const paper of await recordsOf(others)) papers.set(paper.id, paper);
  return papers;
}

/**
 * Papers with the changed ones as they are now; left out are those that are not stored any more, and those that were
 * but glimpsed and are no news.
 * @param now ms since the epoch.
 */
export function merged(
  before: Papers,
  changed: ReadonlySet<string>,
  records: readonly PaperRecord[],
  now: number,
): Papers {
  const papers = new Map(before);
  for (const id of changed) papers.delete(id);
  const oldest = oldestGlimpsed(now);
  for (const record of records)
    if (before.has(record.id) || record.state !== 'seen' || dayStart(record.day) >= oldest)
      papers.set(record.id, record);
  return papers;
}
