import { personsOf } from '../../exports/outgoing';
import { groupsField, type StandIns, standInField } from '../../papers/facts/extra';
import { urlIdentity } from '../../papers/identity';
import { limits } from '../../papers/limits';
import { maxNoteLength } from '../../papers/note';
import type { Paper, PaperId, Status } from '../../papers/paper';
import { tagKey } from '../../papers/tag-key';
import { tidy } from '../../papers/text';
import type { Parsed } from '../types';
import { addressIn, cleanAddress, wholeAddress } from './addresses';
import { bagOf } from './bag';
import { type Claims, idsOf } from './ids';
import { realNames } from './names';
import { wellFormed } from './objects';
import { titleKey } from './titles';

/** What an entry says, in whatever shape its format has it. Empty texts say nothing. */
export interface Draft {
  readonly line: number;
  readonly key?: string | undefined;
  readonly claims: Claims;
  readonly title?: string | undefined;
  /** As `joinedName` gives them: a name in braces is a group's. */
  readonly authors?: readonly string[];
  /** What the authors are called in the file where it tells of none, and others stand for them. */
  readonly authorsAre?: string | undefined;
  /** As `publishedOn` gives it. */
  readonly date?: string | undefined;
  readonly venue?: string | undefined;
  readonly abstract?: string | undefined;
  readonly codeUrl?: string | undefined;
  readonly organization?: string | undefined;
  readonly tags?: readonly string[];
  readonly folders?: readonly string[];
  readonly note?: string | undefined;
  readonly status?: Status | undefined;
  readonly starred?: boolean | undefined;
  readonly savedAt?: number | undefined;
  /** The format's name, and what has no home. */
  readonly extra?: readonly [string, Iterable<readonly [string, unknown]>];
  /** Of a mere list of links: one that names no paper is offered only. */
  readonly isLink?: boolean;
}

/** Makes an entry of what its format says: one of a paper, or one that is damaged, with remarks on what was cut. */
export function* entryOf(draft: Draft): Generator<Parsed, void, undefined> {
  for (const entry of entriesOf(draft)) yield wellFormed(entry);
}

function* entriesOf(draft: Draft): Generator<Parsed, void, undefined> {
  const { line } = draft;
  const claims = { ...draft.claims, addresses: draft.claims.addresses?.map(wholeAddress) ?? [] };
  const key = draft.key || draft.title?.slice(0, 100);
  const place = { line, ...(key ? { key } : {}) };
  const { ids, version, cut } = idsOf(claims);
  const [id, ...aliases] = ids;
  const address = claims.addresses.map(cleanAddress).find(Boolean);
  const title = tidy(draft.title ?? '').slice(0, limits.title);
  const { authors, groups } = authorsOf(draft);
  const own = id ?? lastResort(address, title, authors);
  const isOnlyCut = cut !== undefined && (id === undefined || draft.isLink === true);
  if (isOnlyCut) yield { kind: 'damaged', ...place, reason: 'idCut', detail: cut };
  else if (!own) yield { kind: 'damaged', ...place, reason: 'nothingKnown' };
  else {
    const paper: Paper = {
      id: own,
      ...(aliases.length ? { aliases } : {}),
      ...(version ? { version } : {}),
      ...(title ? { title } : {}),
      ...(authors.length ? { authors } : {}),
      ...factsOf(draft, address),
    };
    const { fields, dropped } = bagOf(draft.extra?.[1] ?? [], [
      ...standIns(draft, authors),
      ...(groups.length ? [[groupsField, groups] as const] : []),
    ]);
    yield* remarksOn(draft, dropped);
    yield {
      kind: 'paper',
      ...place,
      paper,
      words: wordsOf(draft),
      extra: fields && draft.extra ? { [draft.extra[0]]: fields } : {},
      ...(id === undefined && draft.isLink ? { isOffered: true as const } : {}),
    };
  }
}

/** Names, each as long as a name may be, and as many as a paper may have; and the groups among them that look like people. */
function authorsOf({ authors = [] }: Draft): { readonly authors: string[]; groups: string[] } {
  const groups = new Set<string>();
  const names = authors.slice(0, 2 * limits.names).map((raw) => {
    const group = /^\{(.*)\}$/s.exec(raw)?.[1];
    const name = tidy(group ?? raw).slice(0, limits.name);
    if (group !== undefined && isPersons(name)) groups.add(name);
    return name;
  });
  const kept = realNames(names).slice(0, limits.names);
  return { authors: kept, groups: kept.filter((name) => groups.has(name)) };
}

/** Whether a name would be taken apart when it leaves. */
function isPersons(name: string): boolean {
  const [person] = personsOf({ id: '', authors: [name] });
  return person !== undefined && !('literal' in person);
}

/** The id of a paper that has none: its page, else its title with whoever wrote it. */
function lastResort(
  address: string | undefined,
  title: string,
  authors: readonly string[],
): PaperId | undefined {
  const url = addressIn(address);
  if (url) return urlIdentity(url).id;
  const slug = titleKey(`${title} ${authors[0]?.split(',')[0] ?? ''}`).replace(/ /g, '-');
  return title && slug ? `title:${slug.slice(0, 200)}` : undefined;
}

function factsOf(draft: Draft, address: string | undefined): Partial<Paper> {
  const { date, organization } = draft;
  const venue = tidy(draft.venue ?? '').slice(0, limits.title);
  const abstract = draft.abstract?.replace(/\r\n?/g, '\n').trim().slice(0, limits.abstract);
  const code = addressIn(draft.codeUrl)?.href;
  return {
    ...(date ? { publishedAt: date } : {}),
    ...(venue && !isRepository(venue) ? { venue } : {}),
    ...(abstract ? { abstract } : {}),
    ...(address ? { url: address } : {}),
    ...(code ? { codeUrl: code } : {}),
    ...(organization ? { organization: tidy(organization).slice(0, limits.name) } : {}),
  };
}

/** What programs write where a journal belongs, of a paper that came out in none. */
export function isRepository(venue: string): boolean {
  return /^(?:corr|(?:abs\/.*)|(?:arxiv(?:\.org)?\b.*)|eprint arxiv.*|openreview\.net|biorxiv|medrxiv)$/i.test(
    venue.trim(),
  );
}

function wordsOf(draft: Draft) {
  const note = draft.note?.replace(/\r\n?/g, '\n').trim().slice(0, maxNoteLength);
  const tags = each(draft.tags ?? []);
  const known = new Set(tags.map(tagKey));
  return {
    tags,
    folders: each(draft.folders ?? []).filter((folder) => !known.has(tagKey(folder))),
    ...(note ? { note } : {}),
    ...(draft.status ? { status: draft.status } : {}),
    ...(draft.starred === undefined ? {} : { starred: draft.starred }),
    ...(draft.savedAt === undefined ? {} : { savedAt: draft.savedAt }),
  };
}

/** How many tags, or folders, one entry has at most. */
export const mostTags = 1000;

/** Names in composed form, each once without regard to case; the first spelling stays. */
function each(names: readonly string[]): string[] {
  const byKey = new Map<string, string>();
  for (const raw of names.slice(0, mostTags)) {
    const name = tidy(raw.slice(0, 4 * limits.name).normalize('NFC')).slice(0, limits.name);
    const key = tagKey(name);
    if (key && !byKey.has(key)) byKey.set(key, name);
  }
  return [...byKey.values()];
}

function standIns({ authorsAre: role }: Draft, names: readonly string[]): [string, StandIns][] {
  return role !== undefined && names.length ? [[standInField, { role, names }]] : [];
}

function* remarksOn(draft: Draft, dropped: readonly string[]): Generator<Parsed, void, undefined> {
  for (const detail of dropped) yield { kind: 'remark', remark: 'extraTooLong', detail };
  if ((draft.authors?.length ?? 0) > limits.names)
    yield { kind: 'remark', remark: 'textCut', detail: 'authors' };
  if ([draft.tags, draft.folders].some((names = []) => names.length > mostTags))
    yield { kind: 'remark', remark: 'textCut', detail: 'tags' };
  const texts = [
    ['title', draft.title, limits.title],
    ['abstract', draft.abstract, limits.abstract],
    ['note', draft.note, maxNoteLength],
  ] as const;
  for (const [detail, text, most] of texts)
    if (text !== undefined && text.trim().length > most)
      yield { kind: 'remark', remark: 'textCut', detail };
}
