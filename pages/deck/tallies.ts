import { type DeckSession, type Papers, shows } from '../../papers/deck/session';
import type { PaperId } from '../../papers/paper';

/** On how many days some papers are. */
export function daysIn(ids: readonly PaperId[], papers: Papers): number {
  return new Set(ids.flatMap((id) => papers.get(id)?.day ?? [])).size;
}

/** How many papers of a session's scope a rule mutes; not one that stays nevertheless. */
export function mutedIn(session: DeckSession | undefined, papers: Papers): number {
  if (!session) return 0;
  const { withMuted, held } = session;
  const all = { ...session, withMuted: true };
  return [...papers.values()].filter(
    (paper) => paper.mutedBy !== undefined && shows(all, paper) && (withMuted || paper.id !== held),
  ).length;
}

/**
 * How many papers of each day wait for a decision, muted ones left out, newest day first.
 * @param taken Papers whose decision is being written: they count no more.
 */
export function waitingByDay(
  papers: Papers,
  taken: ReadonlySet<PaperId>,
  onlyUnseen: boolean,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const paper of papers.values()) {
    if (!taken.has(paper.id) && shows({ scope: {}, withMuted: false, onlyUnseen }, paper))
      counts.set(paper.day, (counts.get(paper.day) ?? 0) + 1);
  }
  return new Map([...counts].sort(([one], [other]) => (one < other ? 1 : -1)));
}
