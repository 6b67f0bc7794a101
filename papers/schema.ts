import * as v from 'valibot';
import { limits } from './limits';
import { unsureFields } from './paper';

/** How long texts and lists may be, and what becomes of a paper with a field that is out of shape. */
interface Bounds {
  text(length: number): v.GenericSchema<string>;
  list<Item>(item: v.GenericSchema<Item>, most: number): v.GenericSchema<Item[]>;
  /** A field that a paper may lack. */
  field<Field extends v.GenericSchema>(field: Field): v.OptionalSchema<Field, undefined>;
}

/** Of what comes from a page: see `limits`. A bad field costs the field, and no paper. */
export const bounded: Bounds = {
  text: (length) => v.pipe(v.string(), v.maxLength(length)),
  list: (item, most) => v.pipe(v.array(item), v.maxLength(most)),
  field: (field) => v.fallback(v.optional(field), undefined),
};

/** Of what the store has accepted before, which may be as long as it is. */
export const unbounded: Bounds = {
  text: () => v.string(),
  list: (item) => v.array(item),
  field: (field) => v.optional(field),
};

/** A number of things. */
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** An instant, in ms since the epoch. */
export const instant = v.pipe(v.number(), v.finite());

/** An id, `scheme:value`: the value may be an address. */
export function idWithin({ text }: Bounds) {
  return v.pipe(text(limits.address + 100), v.regex(/^[a-z]+:\S/));
}

/** What sources say of a paper, field by field; the one description of it, wherever it comes from. */
export function factsWithin({ text, list, field }: Bounds) {
  const address = v.pipe(text(limits.address), v.regex(/^https?:\/\//i));
  return {
    listed: {
      title: field(text(limits.title)),
      organization: field(text(limits.name)),
      publishedAt: field(text(40)),
      version: field(count),
      revisedAt: field(text(40)),
      dailyAt: field(text(40)),
      upvotes: field(count),
      comments: field(count),
      codeUrl: field(address),
      codeStars: field(count),
      thumbnailUrl: field(address),
    },
    detailed: {
      version: field(count),
      authors: field(list(text(limits.name), limits.names)),
      abstract: field(text(limits.abstract)),
      aiSummary: field(text(limits.abstract)),
      aiKeywords: field(list(text(limits.name), limits.keywords)),
      submittedBy: field(text(limits.name)),
      projectUrl: field(address),
      pdfUrl: field(address),
      venue: field(text(limits.title)),
      revisedAt: field(text(40)),
      authorsComment: field(text(limits.abstract)),
      categories: field(list(text(limits.name), limits.keywords)),
      url: field(address),
    },
  };
}

const { listed, detailed } = factsWithin(bounded);

/** An id as it travels. */
export const id = idWithin(bounded);

/** A paper as it travels: only without its id it is none. */
export const paper = v.object({
  id,
  aliases: bounded.field(bounded.list(id, 20)),
  ...listed,
  ...detailed,
  authorCount: bounded.field(count),
  unsure: bounded.field(bounded.list(v.picklist(unsureFields), unsureFields.length)),
  source: bounded.field(v.picklist(['data', 'page', 'card', 'translated', 'link'])),
});
