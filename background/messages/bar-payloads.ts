import * as v from 'valibot';
import type { Protocol } from '../../lib/messages';
import { isListKey } from '../../papers/deck/scope';
import { defined } from '../../papers/record';
import { id } from '../../papers/schema';
import { maxTagsTyped } from '../../papers/tags';
import { click, ids, visit } from './page-payloads';

const restRequest = v.object({ ids, click });
const idRequest = v.object({ id });
const aroundRequest = v.object({ day: visit.day });
const undoRequest = v.object({
  action: v.optional(
    v.object({ id: v.pipe(v.number(), v.integer(), v.minValue(0)), words: v.string() }),
  ),
});
const tagRequest = v.object({
  id,
  tag: v.pipe(v.string(), v.trim(), v.maxLength(maxTagsTyped)),
  off: v.optional(v.boolean()),
  click,
});
/** How long a note may be is the store's to say, which keeps the old one. */
const noteRequest = v.object({
  id,
  text: v.string(),
  base: v.pipe(v.number(), v.finite(), v.minValue(0)),
  click,
});
const isoDay = v.pipe(v.string(), v.isoDate());
const followed = v.object({
  effect: v.literal('follow'),
  subject: v.picklist(['organization', 'author']),
  value: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300)),
});
const ruleRequest = v.object({ draft: followed });
const deckRequest = v.object({
  days: v.optional(v.pipe(v.array(isoDay), v.maxLength(60))),
  list: v.optional(v.pipe(v.string(), v.check(isListKey))),
});

/** @throws ValiError when the message is out of shape. */
export function parseRest(request: unknown): Protocol['dismissRest']['request'] {
  return v.parse(restRequest, request);
}

/** @throws ValiError when the message is out of shape. */
export function parseId(request: unknown): Protocol['openPaper']['request'] {
  return v.parse(idRequest, request);
}

/** @throws ValiError when the message is out of shape. */
export function parsePageBar(request: unknown): Protocol['pageBar']['request'] {
  return defined(v.parse(aroundRequest, request));
}

/** @throws ValiError when the message is out of shape. */
export function parseUndo(request: unknown): Protocol['undo']['request'] {
  return defined(v.parse(undoRequest, request));
}

/** @throws ValiError when the message is out of shape. */
export function parseTagPaper(request: unknown): Protocol['tagPaper']['request'] {
  return defined(v.parse(tagRequest, request));
}

/** @throws ValiError when the message is out of shape. */
export function parseNotePaper(request: unknown): Protocol['notePaper']['request'] {
  return v.parse(noteRequest, request);
}

/**
 * A page is where one follows: no other rule can be made from it, and none that acts by itself.
 * @throws ValiError when the message is out of shape.
 */
export function parseMakeRule(request: unknown): Protocol['makeRule']['request'] {
  return v.parse(ruleRequest, request);
}

/** @throws ValiError when the message is out of shape. */
export function parseOpenDeck(request: unknown): Protocol['openDeck']['request'] {
  return defined(v.parse(deckRequest, request));
}
