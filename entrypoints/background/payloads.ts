import * as v from 'valibot';
import type { Protocol } from '../../lib/messages';
import { type Paper, paperStates, unsureFields } from '../../papers/paper';
import { defined } from '../../papers/record';

const text = (length: number) => v.pipe(v.string(), v.maxLength(length));
const address = v.pipe(text(2000), v.regex(/^https?:\/\//i));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** An id as it travels. */
export const id = v.pipe(text(2100), v.regex(/^[a-z]+:\S+/));

/** A paper as it travels. */
export const paper = v.object({
  id,
  aliases: v.optional(v.pipe(v.array(id), v.maxLength(20))),
  version: v.optional(count),
  title: v.optional(text(1000)),
  authors: v.optional(v.pipe(v.array(text(200)), v.maxLength(2000))),
  authorCount: v.optional(count),
  organization: v.optional(text(300)),
  abstract: v.optional(text(20_000)),
  aiSummary: v.optional(text(20_000)),
  aiKeywords: v.optional(v.pipe(v.array(text(200)), v.maxLength(100))),
  publishedAt: v.optional(text(40)),
  dailyAt: v.optional(text(40)),
  submittedBy: v.optional(text(200)),
  upvotes: v.optional(count),
  comments: v.optional(count),
  codeUrl: v.optional(address),
  codeStars: v.optional(count),
  projectUrl: v.optional(address),
  pdfUrl: v.optional(address),
  thumbnailUrl: v.optional(address),
  source: v.optional(v.picklist(['data', 'page', 'card', 'translated'])),
  unsure: v.optional(v.pipe(v.array(v.picklist(unsureFields)), v.maxLength(unsureFields.length))),
});

/** What tells a message from its repeat; see lib/click.ts. */
export const click = v.object({ id: text(100), at: v.pipe(v.number(), v.finite()) });

/** A visit as it travels. */
export const visit = {
  digest: text(1000),
  day: v.optional(v.pipe(v.string(), v.isoDate())),
  shows: v.picklist(['digest', 'paper']),
  visitAt: v.pipe(v.number(), v.finite()),
} as const;

const sightRequest = v.object({
  ...visit,
  papers: v.pipe(v.array(v.unknown()), v.maxLength(5000)),
});
/** The ids of a page. */
export const ids = v.pipe(v.array(id), v.maxLength(5000));
const statesRequest = v.object({ ids, visitAt: v.optional(visit.visitAt) });
const glanceRequest = v.object({ visitAt: visit.visitAt, ids });
const leaveRequest = v.object({ visitAt: visit.visitAt });
const decideRequest = v.object({
  ...visit,
  paper,
  to: v.picklist(['saved', 'unread', 'reading', 'read', 'dismissed', 'undecided']),
  click,
  shown: v.optional(v.picklist(paperStates)),
});

/**
 * Validates a sighting. A paper that is out of shape is left out and the others stand.
 * @throws ValiError when the message itself is out of shape.
 */
export function parseSight(request: unknown): Protocol['sight']['request'] {
  const { papers, ...rest } = v.parse(sightRequest, request);
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
export function parseGlance(request: unknown): Protocol['glance']['request'] {
  return v.parse(glanceRequest, request);
}

/** @throws ValiError when the message is out of shape. */
export function parseLeave(request: unknown): Protocol['leave']['request'] {
  return v.parse(leaveRequest, request);
}

/** @throws ValiError when the message is out of shape. */
export function parseDecide(request: unknown): Protocol['decide']['request'] {
  const parsed = v.parse(decideRequest, request);
  return { ...defined(parsed), paper: defined(parsed.paper) as Paper };
}
