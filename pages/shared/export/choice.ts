import * as v from 'valibot';
import { type Along, wholePaper } from '../../../exports/along';
import { defaultKeyPattern, unknownPart } from '../../../exports/citation-keys';
import { browser } from '../../../lib/browser';

/** How a citation can be copied: as BibTeX, or as a line in a style of exports/citation.ts. */
export const citationForms = ['bibtex', 'apa', 'vancouver', 'harvard1'] as const;
export type CitationForm = (typeof citationForms)[number];

/** What the reader chose last when papers were taken along. */
export interface StoredChoice {
  /** See `fileFormats`. */
  readonly format: string;
  readonly to: 'file' | 'clipboard';
  readonly along: Along;
  /** See exports/citation-keys.ts. */
  readonly keyPattern: string;
  readonly citation: CitationForm;
}

const key = 'taking';

const part = v.fallback(v.boolean(), true);
const along: v.GenericSchema<unknown, Along> = v.object({
  notes: part,
  tags: part,
  status: part,
  abstract: part,
  rest: part,
} satisfies Record<keyof Along, typeof part>);

/** Each field that is missing or damaged has its default. */
const schema: v.GenericSchema<unknown, StoredChoice> = v.object({
  format: v.fallback(v.string(), 'bibtex'),
  to: v.fallback(v.picklist(['file', 'clipboard']), 'file'),
  along: v.fallback(along, wholePaper),
  keyPattern: v.fallback(
    v.pipe(v.string(), v.check(isPattern), v.maxLength(200)),
    defaultKeyPattern,
  ),
  citation: v.fallback(v.picklist(citationForms), 'bibtex'),
});

/** Tells whether keys can be made after a pattern. */
export function isPattern(pattern: string): boolean {
  return pattern.trim() !== '' && unknownPart(pattern) === undefined;
}

/** What was chosen last; whatever is missing or damaged has its default. */
export async function readExportChoice(): Promise<StoredChoice> {
  return choiceIn((await browser.storage.local.get(key))[key]);
}

/** Remembers a part of the choice and keeps the rest. */
export async function keepExportChoice(change: Partial<StoredChoice>): Promise<void> {
  await browser.storage.local.set({ [key]: { ...(await readExportChoice()), ...change } });
}

function choiceIn(stored: unknown): StoredChoice {
  return v.parse(schema, typeof stored === 'object' && stored !== null ? stored : {});
}
