import type { PaperId } from '../paper';
import { drawnNumber } from '../shuffle';

/** A paper that is to have its place in an order. */
export interface Placed {
  readonly id: PaperId;
  /** See `Score`; absent while it is not known. */
  readonly score?: number | undefined;
  /** What the reader's own rules say of it, which stands above any score. */
  readonly rule?: 'followed' | 'muted' | undefined;
}

/** Papers in the order of what each is for the reader. */
export interface ForYou {
  readonly ids: readonly PaperId[];
  /** Those that were drawn from lower down, so that the order cannot close in on itself. */
  readonly widening: ReadonlySet<PaperId>;
}

/** Of so many places one is drawn. */
const oneOf = 10;

/**
 * The order "for you": what a follow rule names first and what a mute rule names last, and within each the likeliest
 * first. Papers of one score, and those without any, which come behind, stay as they were given. Of the papers that no
 * rule names every tenth place goes to one drawn from their lower half, as long as any is there that would come much later.
 * @param papers In the order of the site.
 * @param day What is drawn stays so for it: an ISO day.
 * @param widens Whether anything is drawn.
 */
export function forYou(papers: readonly Placed[], day: string, widens = true): ForYou {
  const likeliest = papers.toSorted((one, other) => scored(other) - scored(one) || 0);
  const ruled = (rule: Placed['rule']) =>
    likeliest.flatMap((one) => (one.rule === rule ? one.id : []));
  const widening = new Set<PaperId>();
  const ids = widens ? widened(ruled(undefined), day, widening) : ruled(undefined);
  return { ids: [...ruled('followed'), ...ids, ...ruled('muted')], widening };
}

/** @param widening Gets what was drawn. */
function widened(likeliest: readonly PaperId[], day: string, widening: Set<PaperId>): PaperId[] {
  const half = Math.ceil(likeliest.length / 2);
  const candidates = likeliest
    .slice(half)
    .map((id, at) => ({ id, at: half + at, number: drawnNumber(`${day} ${id}`) }))
    .sort((one, other) => one.number - other.number);
  const ids: PaperId[] = [];
  let next = 0;
  for (const id of likeliest) {
    if (widening.has(id)) continue;
    ids.push(id);
    if ((ids.length + 1) % oneOf) continue;
    // Whom the order has reached, or is about to, needs no drawing.
    const soon = ids.length + oneOf;
    while ((candidates[next]?.at ?? soon) < soon) next += 1;
    const drawn = candidates[next++];
    if (!drawn) continue;
    ids.push(drawn.id);
    widening.add(drawn.id);
  }
  return ids;
}

function scored({ score }: Placed): number {
  return score ?? Number.NEGATIVE_INFINITY;
}
