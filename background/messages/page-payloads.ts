import * as v from 'valibot';
import { pageParts } from '../../lib/bar-messages';
import type { Protocol } from '../../lib/messages';
import { type Paper, paperStates } from '../../papers/paper';
import { defined } from '../../papers/record';
import { bounded, id, paper } from '../../papers/schema';

const text = bounded.text;

/** What tells a message from its repeat; see lib/click.ts. */
export const click = v.object({ id: text(100), at: v.pipe(v.number(), v.finite()) });

/** A visit as it travels. */
export const visit = {
  digest: text(1000),
  day: v.optional(v.pipe(v.string(), v.isoDate())),
  shows: v.picklist(['digest', 'paper']),
  visitAt: v.pipe(v.number(), v.finite()),
} as const;

const sightingRequest = v.object({
  ...visit,
  papers: v.pipe(v.array(v.unknown()), v.maxLength(5000)),
});
/** The ids of a page. */
export const ids = v.pipe(v.array(id), v.maxLength(5000));
const statesRequest = v.object({ ids: v.optional(ids), day: visit.day, visitAt: visit.visitAt });
const impressionsRequest = v.object({ visitAt: visit.visitAt, ids });
const leaveRequest = v.object({ visitAt: visit.visitAt });
const savedOfRequest = v.object({ ids });
const partRequest = v.object({ part: v.picklist(pageParts) });
const decideRequest = v.object({
  ...visit,
  paper,
  to: v.picklist(['saved', 'unread', 'reading', 'read', 'dismissed', 'less', 'undecided']),
  click,
  shown: v.optional(v.picklist(paperStates)),
  /** -1 of a paper that has left the page meanwhile. */
  rank: v.optional(v.pipe(v.number(), v.integer(), v.minValue(-1), v.maxValue(5000))),
  view: v.optional(v.picklist(['page', 'bar', 'command'])),
});

/**
 * Validates a sighting. A paper that is out of shape is left out and the others stand.
 * @throws ValiError when the message itself is out of shape.
 */
export function parseSighting(request: unknown): Protocol['sighting']['request'] {
  const { papers, ...rest } = v.parse(sightingRequest, request);
  const valid = papers.flatMap((candidate) => {
    const parsed = v.safeParse(paper, candidate);
    return parsed.success ? [defined(parsed.output) as Paper] : [];
  });
  return { ...defined(rest), papers: valid };
}

/** @throws ValiError when the message is out of shape. */
export function parseStates(request: unknown): Protocol['states']['request'] {
  return defined(v.parse(statesRequest, request));
}

/** @throws ValiError when the message is out of shape. */
export function parseImpressions(request: unknown): Protocol['impressions']['request'] {
  return v.parse(impressionsRequest, request);
}

/** @throws ValiError when the message is out of shape. */
export function parseLeave(request: unknown): Protocol['leave']['request'] {
  return v.parse(leaveRequest, request);
}

/** @throws ValiError when the message is out of shape. */
export function parseSavedOf(request: unknown): Protocol['savedOf']['request'] {
  return v.parse(savedOfRequest, request);
}

/** @throws ValiError when the message is out of shape. */
export function parseDecide(request: unknown): Protocol['decide']['request'] {
  const parsed = v.parse(decideRequest, request);
  return { ...defined(parsed), paper: defined(parsed.paper) as Paper };
}

/** @throws ValiError when the message is out of shape. */
export function parseLoadPart(request: unknown): Protocol['loadPart']['request'] {
  return v.parse(partRequest, request);
}
