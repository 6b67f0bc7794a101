import { type DeckSession, type Papers, standingOf } from '../../papers/deck/session';
import type { PaperRecord } from '../../papers/record';
import { listActions } from '../../store/actions/list';
import { recordsOf } from '../../store/queries';

/** Tells whether nothing of a session is left to decide on. */
export function isOver(session: DeckSession, papers: Papers): boolean {
  const { left, rest } = standingOf(session, papers, new Set());
  return left.length + rest.length === 0;
}

/**
 * The number of the last action; 0 when there is none.
 * @throws StoreError
 */
export async function newestAction(): Promise<number> {
  return (await listActions(1))[0]?.id ?? 0;
}

/**
 * The new papers, and those of a session that are new no longer.
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

/** Papers with the changed ones as they are now; those that are not stored any more left out. */
export function merged(
  before: Papers,
  changed: ReadonlySet<string>,
  records: readonly PaperRecord[],
): Papers {
  const papers = new Map(before);
  for (const id of changed) papers.delete(id);
  for (const record of records) papers.set(record.id, record);
  return papers;
}
