import type { PageReport, Remarks, Visit } from '../../lib/messages';
import type { Paper, PaperId, PaperState } from '../../papers/paper';
import type { PageKind, Reading } from '../../sites/site';

/** One visit: a page kind, its digest, and what is known of its papers. */
export interface CurrentVisit extends Visit {
  readonly kind: PageKind;
  reading: Reading;
  readonly papers: Map<PaperId, Paper>;
  readonly states: Map<PaperId, PaperState>;
  remarks: Readonly<Record<PaperId, Remarks>>;
}

/**
 * A visit that begins.
 * @param visitAt ms since the epoch.
 * @param before The visit of the same page that it follows, whose states stand until they are told anew.
 */
export function newVisit(
  kind: PageKind,
  { digest }: Reading,
  visitAt: number,
  before?: CurrentVisit,
): CurrentVisit {
  return {
    ...wire({ ...digest, digest: digest.id, shows: kind.shows, visitAt }),
    kind,
    reading: { digest, papers: [], cards: [] },
    papers: new Map(),
    states: new Map(before?.states),
    remarks: before?.remarks ?? {},
  };
}

/** The part of a visit that travels. */
export function wire({ digest, day, shows, visitAt }: Visit): Visit {
  return { digest, ...(day ? { day } : {}), shows, visitAt };
}

/** What the popup is told of a visit. */
export function reportOf(visit: CurrentVisit): PageReport {
  const { kind, reading } = visit;
  const ids = reading.papers.map(({ id }) => id);
  const failed = kind.shows === 'digest' && ids.length === 0 && !reading.saysEmpty;
  return {
    ...wire(visit),
    kind: kind.name,
    ids,
    ...(failed ? { problem: 'nothing-found' } : {}),
  };
}
