import type { PageReport, Remarks, Standing, Visit } from '../../lib/messages';
import type { Paper, PaperId, PaperState } from '../../papers/paper';
import type { PageKind, Reading } from '../../sites/site';

/** What was asked before there was a page, and is answered by then or soon. */
export interface Early extends Pick<Visit, 'visitAt'> {
  /** `undefined` when there was no answer. */
  readonly standing: Promise<Standing | undefined>;
}

/** One visit: a page kind, its digest, and what is known of its papers. */
export interface CurrentVisit extends Visit {
  readonly kind: PageKind;
  reading: Reading;
  /** Where it was read last. */
  url?: URL;
  readonly papers: Map<PaperId, Paper>;
  readonly states: Map<PaperId, PaperState>;
  readonly remarks: Record<PaperId, Remarks | undefined>;
  /** Until it has been learned. */
  early?: Early['standing'] | undefined;
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
    remarks: { ...before?.remarks },
  };
}

/** The part of a visit that travels. */
export function wire({ digest, day, shows, visitAt }: Visit): Visit {
  return { digest, ...(day ? { day } : {}), shows, visitAt };
}

/**
 * What popup and icon are told of a visit.
 * @param at Where the page is now: one that has gone on without a load is not read yet, and nothing is told of it.
 */
export function reportOf(visit: CurrentVisit, at: URL): PageReport | undefined {
  const { kind, reading, url } = visit;
  if (url?.origin !== at.origin || url.pathname !== at.pathname || url.search !== at.search)
    return undefined;
  const ids = reading.papers.map(({ id }) => id);
  const failed = kind.shows === 'digest' && ids.length === 0 && !reading.saysEmpty;
  return {
    ...wire(visit),
    kind: kind.name,
    ids,
    ...(failed ? { problem: 'nothing-found' } : {}),
  };
}

/** What is said of a visit's papers; where the reader does not want to know what is likely, without that, and on a paper's own page. */
export function remarksIn(
  { kind, remarks }: CurrentVisit,
  ranks: boolean,
): CurrentVisit['remarks'] {
  if (ranks && kind.shows === 'digest') return remarks;
  const others = Object.entries(remarks).map(([id, said]) => {
    const { likely: _likely, score: _score, ...rest } = said ?? {};
    return [id, rest];
  });
  return Object.fromEntries(others);
}
