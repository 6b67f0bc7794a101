import { readOptions } from '../lib/options';
import { emptyRecord, mergeDetails, mergePaper } from '../papers/merge';
import type { Paper, PaperId, PaperState } from '../papers/paper';
import { detailsOf, type PaperRecord, seenIn, stateOnPage } from '../papers/record';
import { noteDay } from './days';
import { endEarlierGlances } from './glances';
import { join } from './join';
import { applyRules } from './rule-verdicts';
import type { Day } from './schema';
import { dropTombstone, findTombstone, prefetchTombstones } from './tombstones';
import { type Writer, write } from './writer';

/** What one visit of a page has sighted. */
export interface PageSighting {
  /** The digest's id; see `Digest` in sites/site.ts. */
  readonly digest: string;
  /** ISO day of the digest, where it has one. */
  readonly day?: string;
  /** On a paper's own page the reader is looking at it; a poll is no visit, nobody sees anything. */
  readonly shows: 'digest' | 'paper' | 'poll';
  /** When the visit began, in ms; sent again with every message of the same visit. */
  readonly visitAt: number;
  readonly papers: readonly Paper[];
  /** What a poll learned of the day beside its papers. */
  readonly answer?: Omit<Day, 'day' | 'ids'>;
}

/** The state of each paper for the page, by the id the page used. */
export type PageStates = Record<PaperId, PaperState>;

/**
 * Notes what a page shows: new papers are kept as sighted, known ones get what the page knows
 * better. Sending the same sighting again changes nothing.
 * @throws StoreError
 */
export async function sight(sighting: PageSighting): Promise<PageStates> {
  const page = await asChosen(sighting);
  return write(async (writer) => {
    const states: PageStates = {};
    await writer.prefetch(page.papers.map(({ id }) => id));
    await prefetchTombstones(writer, await unknown(writer, page.papers));
    if (page.shows !== 'poll') await endEarlierGlances(writer, page);
    const ids = new Set<PaperId>();
    const other = new Set<PaperId>();
    for (const paper of page.papers) {
      const { record, isOther } = await sightPaper(writer, paper, page);
      states[paper.id] = stateOnPage(record);
      ids.add(record.id);
      if (isOther) other.add(record.id);
    }
    const fresh = await Promise.all([...ids].map((id) => noteSighting(writer, page, id)));
    for (const id of fresh) if (id !== undefined) other.add(id);
    await noteDay(writer, page, [...ids]);
    const taken = await applyRules(writer, [...other], page.visitAt);
    for (const { id } of taken.size ? page.papers : []) {
      const record = await writer.find(id);
      if (record && taken.has(record.id)) states[id] = stateOnPage(record);
    }
    return states;
  });
}

/**
 * A page as it counts by the reader's choice: when only an action makes a paper seen, its own page is
 * one like any other.
 */
export async function asChosen<Page extends Pick<PageSighting, 'shows'>>(
  page: Page,
): Promise<Page> {
  if (page.shows !== 'paper' || (await readOptions()).seenWhen !== 'action') return page;
  return { ...page, shows: 'digest' };
}

/** A paper that was merged. */
interface Sighted {
  /** What is stored of it then. */
  readonly record: PaperRecord;
  /** Whether the page told anything that was not known, so that rules have to look at it. */
  readonly isOther: boolean;
}

/** Merges one paper within a running transaction. */
export async function sightPaper(
  writer: Writer,
  paper: Paper,
  page: Pick<PageSighting, 'day' | 'shows' | 'visitAt'>,
): Promise<Sighted> {
  const { record: before, isJoined } = await findOne(writer, paper);
  const created = before ?? (await createRecord(writer, paper, page));
  const tellsMore = await putDetails(writer, paper, created.id);
  const merged = mergePaper(created, paper, page.visitAt, page.day);
  const after = sightedOn(page, merged);
  if (!before || !sameRecord(before, after)) writer.put(before, after);
  const isOther = !before || isJoined || tellsMore || !sameRecord(before, merged);
  return { record: after, isOther };
}

/** A visit is noted on the record, and looking at a paper's own page is seeing it. A poll is neither. */
function sightedOn(
  { shows, visitAt }: Pick<PageSighting, 'shows' | 'visitAt'>,
  record: PaperRecord,
): PaperRecord {
  if (shows === 'poll') return record;
  const sighted = { ...record, lastSeenAt: visitAt };
  return shows === 'paper' ? seenIn(sighted, visitAt) : sighted;
}

/** A paper that was purged from the bin is one that was seen. */
async function createRecord(
  writer: Writer,
  paper: Paper,
  { visitAt }: Pick<PageSighting, 'visitAt'>,
): Promise<PaperRecord> {
  const created = emptyRecord(paper.id, visitAt);
  const buried = await findTombstone(writer, paper);
  if (!buried) return created;
  dropTombstone(writer, buried);
  return { ...seenIn(created, buried.firstSeenAt), firstSeenAt: buried.firstSeenAt };
}

/** @returns Whether the page told details that were not known. */
async function putDetails(writer: Writer, paper: Paper, id: PaperId): Promise<boolean> {
  const stored = await writer.findDetails(id);
  const merged = mergeDetails(stored, { ...detailsOf(paper), id }, paper.unsure);
  if (stored && JSON.stringify(stored) === JSON.stringify(merged)) return false;
  writer.putDetails(merged);
  return true;
}

/** @returns The id if the paper was not known to be on the digest, so that rules have to look at it. */
async function noteSighting(
  writer: Writer,
  page: PageSighting,
  id: PaperId,
): Promise<PaperId | undefined> {
  const store = writer.transaction.objectStore('sightings');
  const stored = await store.get([page.digest, id]);
  if (stored && (stored.lastAt === page.visitAt || page.shows === 'poll')) return undefined;
  const firstAt = stored?.firstAt ?? page.visitAt;
  await store.put({ digest: page.digest, id, firstAt, lastAt: page.visitAt });
  if (stored) return undefined;
  writer.outdate(id, false);
  return id;
}

async function unknown(writer: Writer, papers: readonly Paper[]): Promise<Paper[]> {
  const records = await Promise.all(papers.map(({ id }) => writer.find(id)));
  return papers.filter((_, index) => records[index] === undefined);
}

/** Finds the record of a paper, and joins those that turn out to be the same work. */
async function findOne(
  writer: Writer,
  paper: Paper,
): Promise<{ readonly record?: PaperRecord; readonly isJoined: boolean }> {
  const found = new Map<PaperId, PaperRecord>();
  for (const id of [paper.id, ...(paper.aliases ?? [])]) {
    const record = await writer.find(id);
    if (record) found.set(record.id, record);
  }
  const [first, ...others] = [...found.values()];
  if (!first) return { isJoined: false };
  let record = first;
  for (const other of others) record = await join(writer, record, other);
  return { record, isJoined: others.length > 0 };
}

function sameRecord(one: PaperRecord, other: PaperRecord): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(record: PaperRecord): unknown {
  return Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1));
}
