import { extraOf as bagsOf, citationKeyBag, givenKey, groupsField } from '../papers/facts/extra';
import type { Note } from '../papers/note';
import type { PaperState, Status } from '../papers/paper';
import { defined, type PaperDetails, type PaperRecord } from '../papers/record';
import type { OutgoingPaper } from './outgoing';

/** The parts of a paper that the reader may leave behind. */
export const parts = ['notes', 'tags', 'status', 'abstract', 'rest'] as const;

export type Part = (typeof parts)[number];

/** Which of them go along: `status` with star and day of saving, `rest` is what files said that has no home here. */
export type Along = Readonly<Record<Part, boolean>>;

/** All of a paper. */
export const wholePaper: Along = {
  notes: true,
  tags: true,
  status: true,
  abstract: true,
  rest: true,
};

/** What a citation has: nothing of the reader's own. */
export const bareCitation: Along = {
  notes: false,
  tags: false,
  status: false,
  abstract: false,
  rest: false,
};

/** What is stored of a paper. */
export interface StoredPaper {
  readonly record: PaperRecord;
  readonly details?: PaperDetails | undefined;
  readonly note?: Note | undefined;
}

/** A paper as it leaves. */
export function outgoingPaper({ record, details, note }: StoredPaper, along: Along): OutgoingPaper {
  const { id, aliases, title, publishedAt, organization, upvotes, codeUrl } = record;
  const { venue, url, abstract, authors = record.authors } = details ?? {};
  const bags = bagsOf(details).extra ?? {};
  return defined({
    id,
    aliases,
    title,
    authors: withGroups(authors, bags),
    venue,
    publishedAt,
    organization,
    upvotes,
    codeUrl,
    url,
    abstract: along.abstract ? abstract : undefined,
    tags: along.tags ? spelled(record.tags, bags['tag-names']?.fields) : undefined,
    note: along.notes ? note?.text || undefined : undefined,
    status: along.status ? statusOf(record.state) : undefined,
    starred: along.status ? record.starred : undefined,
    savedAt: along.status ? record.savedAt : undefined,
    citationKey: details && (givenKey(details) ?? keyInFile(bags)),
    extra: along.rest ? fieldsOf(bags, along) : undefined,
  });
}

/** A group that a file told as one stands in braces, else it would leave as a person. */
function withGroups(
  authors: readonly string[] | undefined,
  bags: NonNullable<PaperDetails['extra']>,
): readonly string[] | undefined {
  const groups = Object.values(bags).flatMap(({ fields }) => fields[groupsField] ?? []);
  if (!groups.length) return authors;
  return authors?.map((name) => (groups.includes(name) ? `{${name}}` : name));
}

/** Where files of each format have the key by which their readers cite a paper, the surest first. */
const keyFields = [
  ['bibtex', 'citationkey'],
  ['paperpile', 'citekey'],
  ['csl', 'citation-key'],
  ['csl', 'note: citation key'],
  ['zotero', 'extra: citation key'],
  ['zotero-csv', 'citation key'],
  ['csl', 'id'],
  ['papermemory', 'key'],
] as const;

/** The key that a file had for it, which it keeps: texts cite it. CSL's id may be an address, or one of ours, too. */
function keyInFile(bags: NonNullable<PaperDetails['extra']>): string | undefined {
  const keys = keyFields.flatMap(([format, name]) => {
    const fields = Object.entries(bags[format]?.fields ?? {});
    return fields.flatMap(([field, value]) =>
      field.toLowerCase() === name && typeof value === 'string' ? [{ name, value }] : [],
    );
  });
  return keys.find(({ name, value }) => name !== 'id' || !/^[a-z]+:|\//.test(value))?.value;
}

/** Fields of files that tell of a part: what stays behind stays behind wherever it stood. */
const tells = {
  tags: /^(?:(?:mendeley-)?groups|mendeley-tags|labels|folders|automatictags|archived)$/i,
  status:
    /^(?:(?:(?:extra|note): )?(?:read[ _]?status(?:[ _]date)?|starred|rating|ranking|status)|toread)$/i,
} as const satisfies Partial<Record<Part, RegExp>>;

function fieldsOf(bags: NonNullable<PaperDetails['extra']>, along: Along): OutgoingPaper['extra'] {
  const left = Object.entries(tells).flatMap(([part, names]) =>
    along[part as keyof typeof tells] ? [] : [names],
  );
  const kept = Object.entries(bags).flatMap(([format, { fields }]) => {
    if (format === citationKeyBag || format === 'tag-names') return [];
    if (!left.length) return [[format, fields] as const];
    const names = Object.entries(fields).filter(([name]) => !left.some((one) => one.test(name)));
    return [[format, Object.fromEntries(names)] as const];
  });
  return kept.length ? Object.fromEntries(kept) : undefined;
}

/** Tags as files spell them that Offprint cannot: with commas. */
function spelled(
  tags: readonly string[],
  names: Readonly<Record<string, unknown>> = {},
): readonly string[] | undefined {
  const said = tags.map((tag) => (Object.hasOwn(names, tag) ? String(names[tag]) : tag));
  return said.length ? said : undefined;
}

/** A snoozed paper is an unread one elsewhere; of what is not in the list nothing is said. */
function statusOf(state: PaperState): Status | undefined {
  if (state === 'snoozed') return 'unread';
  return state === 'unread' || state === 'reading' || state === 'read' ? state : undefined;
}
