import type { PageStates } from '../../lib/messages';
import { addNotice } from '../../lib/notices';
import { readPageOptions } from '../../lib/page-options';
import { unknownFacts } from '../../papers/facts/facts';
import type { Source } from '../../papers/facts/sources';
import { type Copy, copyOf, copyOfPaper, merge, rowsOf } from '../../papers/merge';
import { isNothingNew } from '../../papers/nothing-new';
import type { Paper, PaperId } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import { countedAgain, isOffList, isUncounted, seenIn, uncounted } from '../../papers/seen';
import { stateOnPage } from '../../papers/state-on-page';
import { canonical } from '../../papers/words/stamp';
import { Recording } from '../actions/recording';
import type { Day } from '../database/schema';
import { noteDay } from '../days/days';
import { applyRules } from '../rules/verdicts';
import { endEarlierImpressions } from './impressions';
import { believableAliases, type JoinBefore, join, mayJoin, readRows } from './join';
import { dropTombstone, findTombstone, isDeleted, prefetchTombstones } from './tombstones';
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
  /** The oldest ISO day whose papers count as new; of every day where it is absent. */
  readonly countsFrom?: string;
  /** Of a list that the reader does not follow: what was not known before does not count; see `isOffList`. */
  readonly isOffList?: boolean;
  /** What a poll learned of the day beside its papers. */
  readonly answer?: Omit<Day, 'day' | 'ids'>;
}

/**
 * Notes what a page shows: new papers are kept as sighted, known ones get what the page knows
 * better. Sending the same sighting again changes nothing.
 * @throws StoreError
 */
export async function recordSighting(sighting: PageSighting): Promise<PageStates> {
  const page = await asChosen(sighting);
  const joins: JoinBefore[] = [];
  const stored = await write(async (writer) => {
    const states: PageStates = {};
    await writer.prefetch(page.papers.map(({ id }) => id));
    await prefetchTombstones(writer, await unknown(writer, page.papers));
    if (page.shows !== 'poll') await endEarlierImpressions(writer, page);
    const ids = new Set<PaperId>();
    const other = new Set<PaperId>();
    for (const paper of page.papers) {
      const { record, isOther, joined } = await sightPaper(writer, paper, page);
      joins.push(...joined);
      states[paper.id] = stateOnPage(record);
      ids.add(record.id);
      if (isOther) other.add(record.id);
    }
    noteJoins(writer, joins, page.visitAt);
    writer.flush();
    await noteDay(writer, page, [...ids]);
    const taken = await applyRules(writer, [...other], page.visitAt);
    for (const { id } of taken.size ? page.papers : []) {
      const record = await writer.find(id);
      if (record && taken.has(record.id)) states[id] = stateOnPage(record);
    }
    return states;
  });
  await tellJoins(joins, page.visitAt);
  return stored;
}

/**
 * A page as it counts by the reader's choice: when only an action makes a paper seen, its own page is
 * one like any other.
 */
export async function asChosen<Page extends Pick<PageSighting, 'shows'>>(
  page: Page,
): Promise<Page> {
  if (page.shows !== 'paper' || (await readPageOptions()).seenWhen !== 'action') return page;
  return { ...page, shows: 'digest' };
}

/** A paper that was merged. */
interface Sighted {
  /** What is stored of it then. */
  readonly record: PaperRecord;
  /** Whether the page told anything that was not known, so that rules have to look at it. */
  readonly isOther: boolean;
  /** The records that turned out to be one. */
  readonly joined: readonly JoinBefore[];
}

/** Where a paper was met. */
type Page = Pick<PageSighting, 'day' | 'shows' | 'visitAt' | 'countsFrom' | 'isOffList'> & {
  readonly digest?: string;
};

/** Merges one paper within a running transaction. */
export async function sightPaper(writer: Writer, paper: Paper, page: Page): Promise<Sighted> {
  const { record: before, joined, suggested, aliases } = await findOne(writer, paper, page.visitAt);
  const site = page.digest?.split(':')[0];
  const said = { source: paper.source ?? sourceOf(page, paper), at: page.visitAt };
  const met = copyOfPaper({ ...paper, aliases }, said, { day: page.day, site });
  const known = before && (await readRows(writer, before));
  const stored = known && copyOf(known.record, known.details, known.note);
  const told = stored ? { ...met, facts: unknownFacts(stored.facts, met.facts) } : met;
  const isKnown = stored && !joined.length && !suggested.length && isNothingNew(stored, told);
  if (before && isKnown && sightedOn(page, before, before) === before)
    return { record: before, isOther: false, joined };
  const base = stored ?? (await buried(writer, paper, page.visitAt));
  const merged = base ? merge(base, told) : told;
  const rows = rowsOf(
    { ...merged, suggested: [...new Set([...merged.suggested, ...suggested])] },
    before,
    writer.divider,
  );
  const after = sightedOn(page, base ? rows.record : cameOn(page, rows.record), before);
  const tellsMore = !known || !isSame(known.details, rows.details);
  if (!before || !isSame(before, after)) writer.put(before, after);
  if (tellsMore) writer.putDetails(rows.details);
  const isOther =
    tellsMore ||
    joined.length > 0 ||
    !isSame(
      { ...before, lastSeenAt: 0, seenAt: 0 },
      {
        ...after,
        lastSeenAt: 0,
        seenAt: 0,
      },
    );
  return { record: after, isOther, joined };
}

/** arXiv's own page of an arXiv paper is its home; what any other page says is its site's. */
function sourceOf({ shows, digest }: Page, { id }: Paper): Source {
  return shows === 'paper' && digest?.startsWith('arxiv:') && id.startsWith('arxiv:')
    ? 'origin'
    : 'data';
}

/** A paper that is met for the first time; see `uncounted`. */
function cameOn(page: Page, record: PaperRecord): PaperRecord {
  return counts(page, record) ? record : uncounted(record, page.visitAt);
}

/** The newest list that has a paper says whether it counts; where none is known, it is one of today. */
function counts(page: Page, { firstDay, day }: PaperRecord): boolean {
  const { countsFrom, shows } = page;
  if (page.isOffList) return false;
  return shows !== 'digest' || firstDay === undefined || day >= (countsFrom ?? day);
}

/**
 * A visit is noted on the record, and looking at a paper's own page is seeing it. A poll is neither. What was met on
 * an old day alone counts when it is listed anew.
 */
function sightedOn(page: Page, record: PaperRecord, before: PaperRecord | undefined): PaperRecord {
  const { shows, visitAt } = page;
  const sighted = before && isAnew(page, record, before) ? countedAgain(record) : record;
  if (shows === 'poll' && before) return { ...sighted, lastSeenAt: before.lastSeenAt };
  return shows === 'paper' ? seenIn(sighted, visitAt) : sighted;
}

/** What only lists had that nobody follows is anew on any other; what was on an old day, on a newer one. */
function isAnew(page: Page, record: PaperRecord, before: PaperRecord): boolean {
  if (!counts(page, record)) return false;
  return isOffList(before) || (isUncounted(before) && record.day > before.day);
}

/** A paper that was purged from the bin is one that was seen. */
async function buried(writer: Writer, paper: Paper, at: number): Promise<Copy | undefined> {
  const tombstone = await findTombstone(writer, paper);
  if (!tombstone) return undefined;
  dropTombstone(writer, tombstone);
  const { firstSeenAt } = tombstone;
  const { met, ...copy } = copyOfPaper({ id: paper.id }, { source: 'data', at });
  const seen = isDeleted(tombstone) ? { seenAt: firstSeenAt } : {};
  return { ...copy, met: { ...met, firstSeenAt, ...seen } };
}

async function unknown(writer: Writer, papers: readonly Paper[]): Promise<Paper[]> {
  const records = await Promise.all(papers.map(({ id }) => writer.find(id)));
  return papers.filter((_, index) => records[index] === undefined);
}

/** What is stored of a paper, and what its other ids lead to. */
interface Found {
  readonly record?: PaperRecord;
  readonly joined: readonly JoinBefore[];
  /** The other ids that are to be believed. */
  readonly aliases: readonly PaperId[];
  /** Papers that it may be one with, against what is known. */
  readonly suggested: readonly PaperId[];
}

/** Finds the record of a paper, and joins those that turn out to be the same work. */
async function findOne(writer: Writer, paper: Paper, now: number): Promise<Found> {
  let record = await writer.find(paper.id);
  const joined: JoinBefore[] = [];
  const aliases: PaperId[] = [];
  const suggested: PaperId[] = [];
  for (const alias of believableAliases(
    paper,
    record ? [record.id, ...(record.aliases ?? [])] : [],
  )) {
    const other = await writer.find(alias);
    if (other && other.id !== record?.id) {
      const mine = record ?? { ...paper, aliases: [] };
      if (!mayJoin(mine, other)) {
        suggested.push(other.id);
        continue;
      }
      if (record) {
        const outcome = await join(writer, record, other, now);
        record = outcome.record;
        joined.push(outcome.before);
      } else record = other;
    }
    aliases.push(alias);
  }
  return { ...(record ? { record } : {}), joined, aliases, suggested };
}

/** Writes joins down as something that can be undone. */
export function noteJoins(writer: Writer, joined: readonly JoinBefore[], at: number): void {
  const [first] = joined;
  if (!first) return;
  const { title, id } = first.kept.record;
  const recording = new Recording(joined.length, at);
  const description = { kind: 'joined', detail: title ?? id } as const;
  recording.add(writer, { before: [], joined, isLast: true }, undefined, description);
}

/** Says once the joins are stored that there were some. What cannot be told is still among the actions. */
export async function tellJoins(joined: readonly JoinBefore[], at: number): Promise<void> {
  if (joined.length) await addNotice('joined', joined.length, at).catch(() => {});
}

function isSame(one: object, other: object): boolean {
  return canonical(one) === canonical(other);
}
