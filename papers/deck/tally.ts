import { isSaved, type PaperId, type PaperState } from '../paper';
import type { DeckSession, Papers } from './session';

/** What became of the papers of a session. */
export interface Tally {
  readonly saved: readonly PaperId[];
  readonly later: readonly PaperId[];
  readonly dismissed: readonly PaperId[];
}

/**
 * What became of the papers of a session, each in the order in which they were shown.
 * @param taken Papers whose decision is being written.
 */
export function tallyOf(
  { ids }: Pick<DeckSession, 'ids'>,
  papers: Papers,
  taken: ReadonlySet<PaperId>,
): Tally {
  const are = (is: (state: PaperState) => boolean) =>
    ids.filter((id) => {
      const state = papers.get(id)?.state;
      return state !== undefined && !taken.has(id) && is(state);
    });
  return {
    saved: are(isSaved),
    later: are((state) => state === 'later'),
    dismissed: are((state) => state === 'dismissed'),
  };
}
