import * as v from 'valibot';
import { unsureFields } from './paper';

/** How long texts and lists may be. What has been kept once may be as long as it is. */
interface Bounds {
  text(length: number): v.GenericSchema<string>;
  list<Item>(item: v.GenericSchema<Item>, most: number): v.GenericSchema<Item[]>;
}

/** Of what comes from a page. */
export const bounded: Bounds = {
  text: (length) => v.pipe(v.string(), v.maxLength(length)),
  list: (item, most) => v.pipe(v.array(item), v.maxLength(most)),
};

/** Of what the store has accepted before. */
export const asKept: Bounds = {
  text: () => v.string(),
  list: (item) => v.array(item),
};

/** The longest address of a page's, as site readers cut it; see sites/text.ts. */
const longestAddress = 2048;

/** A number of things. */
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** An instant, in ms since the epoch. */
export const instant = v.pipe(v.number(), v.finite());

/** An id, `scheme:value`: the value may be an address. */
export function idWithin({ text }: Bounds) {
  return v.pipe(text(longestAddress + 100), v.regex(/^[a-z]+:\S/));
}

/** What sources say of a paper, field by field; the one description of it, wherever it comes from. */
export function factsWithin({ text, list }: Bounds) {
  const address = v.pipe(text(longestAddress), v.regex(/^https?:\/\//i));
  return {
    listed: {
      title: v.optional(text(1000)),
      organization: v.optional(text(300)),
      publishedAt: v.optional(text(40)),
      dailyAt: v.optional(text(40)),
      upvotes: v.optional(count),
      comments: v.optional(count),
      codeUrl: v.optional(address),
      codeStars: v.optional(count),
      thumbnailUrl: v.optional(address),
    },
    detailed: {
      version: v.optional(count),
      authors: v.optional(list(text(200), 2000)),
      abstract: v.optional(text(20_000)),
      aiSummary: v.optional(text(20_000)),
      aiKeywords: v.optional(list(text(200), 100)),
      submittedBy: v.optional(text(200)),
      projectUrl: v.optional(address),
      pdfUrl: v.optional(address),
    },
  };
}

const { listed, detailed } = factsWithin(bounded);

/** An id as it travels. */
export const id = idWithin(bounded);

/** A paper as it travels. */
export const paper = v.object({
  id,
  aliases: v.optional(bounded.list(id, 20)),
  ...listed,
  ...detailed,
  authorCount: v.optional(count),
  unsure: v.optional(bounded.list(v.picklist(unsureFields), unsureFields.length)),
  source: v.optional(v.picklist(['data', 'page', 'card', 'translated'])),
});
