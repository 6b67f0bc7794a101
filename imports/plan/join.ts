import { Pauses, sortedInSlices } from '../../lib/slices';
import { schemeOf } from '../../papers/claims';
import type { Paper, Status } from '../../papers/paper';
import { tagKey } from '../../papers/tag-key';
import { canonical } from '../../papers/words/stamp';
import { byOrder } from '../parts/ids';
import type { ImportedExtra, ImportedPaper, ImportedWords, Place } from '../types';
import { joinTold } from './fuller';
import { Groups, idsIn, workKey } from './groups';

/**
 * Makes one of all that entries say of the same paper, in whatever order they come: those that share an id, and
 * those with the same title and first author unless their ids contradict. The entry of the published version tells
 * year and venue; words are put together.
 */
export async function joinImported(papers: readonly ImportedPaper[]): Promise<ImportedPaper[]> {
  const pauses = new Pauses();
  // Which of several contradicting entries are joined must not depend on their order.
  const sorted = await sortedInSlices(
    papers.map((paper) => ({ paper, key: `${paper.paper.id} ${paper.paper.title ?? ''}` })),
    (one, other) => compare(one.key, other.key) || compareEntries(one.paper, other.paper),
  );
  const entries = sorted.map(({ paper }) => paper);
  const groups = new Groups(entries);
  await joinBy(groups, entries, idsIn, pauses);
  await joinBy(groups, entries, ({ paper }) => workKey(paper) ?? [], pauses);
  const members = new Map<number, ImportedPaper[]>();
  for (const [at, entry] of entries.entries()) {
    const group = groups.of(at);
    const others = members.get(group);
    if (others) others.push(entry);
    else members.set(group, [entry]);
    await pauses.due();
  }
  const place = new Map(papers.map((paper, at) => [paper, at]));
  const placed = [...members.values()].map((group) => ({
    group,
    at: group.reduce((first, one) => Math.min(first, place.get(one) ?? 0), papers.length),
  }));
  const joined: ImportedPaper[] = [];
  for (const { group } of await sortedInSlices(placed, (one, other) => one.at - other.at)) {
    joined.push(await joinMany(group, pauses));
    await pauses.due();
  }
  return joined;
}

/** How many entries of one paper are joined at once. */
const mostAtOnce = 200;

/** Of a paper that a file tells of thousands of times, some entries after others. */
async function joinMany(group: readonly ImportedPaper[], pauses: Pauses): Promise<ImportedPaper> {
  if (group.length <= mostAtOnce) return joinGroup(group);
  const parts: ImportedPaper[] = [];
  for (let at = 0; at < group.length; at += mostAtOnce) {
    parts.push(joinGroup(group.slice(at, at + mostAtOnce)));
    await pauses.due();
  }
  return joinMany(parts, pauses);
}

async function joinBy(
  groups: Groups,
  entries: readonly ImportedPaper[],
  keysOf: (entry: ImportedPaper) => readonly string[] | string,
  pauses: Pauses,
): Promise<void> {
  const byKey = new Map<string, number>();
  for (const [at, entry] of entries.entries()) {
    for (const key of [keysOf(entry)].flat()) {
      const first = byKey.get(key);
      if (first === undefined) byKey.set(key, at);
      else groups.join(first, at);
    }
    await pauses.due();
  }
}

/** Entries of one paper as one, whatever their order. */
export function joinGroup(group: readonly ImportedPaper[]): ImportedPaper {
  const [only, ...others] = group;
  if (only && !others.length) return only;
  const sorted = group.toSorted(compareEntries);
  const isOffered = group.every((one) => one.isOffered);
  return {
    paper: joinPapers(sorted.map(({ paper }) => paper)),
    words: joinWords(sorted.map(({ words }) => words)),
    extra: joinExtra(sorted.map(({ extra }) => extra)),
    places: group.flatMap(({ places }) => places).sort(comparePlaces),
    ...(isOffered ? { isOffered } : {}),
  };
}

/** The entry of the published version first, a mere link last. */
function compareEntries(one: ImportedPaper, other: ImportedPaper): number {
  const rank = ({ paper, isOffered }: ImportedPaper) =>
    (paper.venue ? 4 : 0) +
    (idsIn({ paper }).some((id) => id.startsWith('doi:')) ? 2 : 0) +
    (isOffered ? 0 : 1);
  if (one === other) return 0;
  return (
    rank(other) - rank(one) ||
    compare(textOf(one.paper), textOf(other.paper)) ||
    compare(textOf(one), textOf(other))
  );
}

const texts = new WeakMap<object, string>();

/** Of what is compared, which is many times where a file tells of a paper often. */
function textOf(value: object): string {
  const known = texts.get(value);
  if (known !== undefined) return known;
  const text = canonical(value);
  texts.set(value, text);
  return text;
}

function joinPapers(papers: readonly Paper[]): Paper {
  const ids = [...new Set(papers.flatMap((paper) => idsIn({ paper })))].sort(byOrder);
  const [id = ''] = ids;
  const aliases = ids.slice(1).filter((alias) => schemeOf(alias) !== 'title');
  const versions = papers.flatMap((paper) =>
    paper.version && idsIn({ paper }).includes(id) ? [paper.version] : [],
  );
  const joined = papers.reduce<Partial<Paper>>((told, paper) => joinTold(told, { ...paper }), {});
  const { aliases: _aliases, version: _version, ...facts } = joined;
  return {
    ...facts,
    id,
    ...(aliases.length ? { aliases } : {}),
    ...(versions.length ? { version: Math.max(...versions) } : {}),
  };
}

const furthest: readonly Status[] = ['read', 'reading', 'unread'];

function joinWords(words: readonly ImportedWords[]): ImportedWords {
  const status = furthest.find((one) => words.some((word) => word.status === one));
  const stars = words.flatMap(({ starred }) => starred ?? []);
  const notes = [...new Set(words.flatMap(({ note }) => note ?? []))];
  const whole = notes.filter(
    (note) => !notes.some((other) => other !== note && other.includes(note)),
  );
  const times = words.flatMap(({ savedAt }) => savedAt ?? []);
  const tags = each(words.flatMap((word) => word.tags));
  const known = new Set(tags.map(tagKey));
  return {
    tags,
    folders: each(words.flatMap(({ folders }) => folders)).filter(
      (folder) => !known.has(tagKey(folder)),
    ),
    ...(status ? { status } : {}),
    ...(stars.length ? { starred: stars.includes(true) } : {}),
    ...(whole.length ? { note: whole.join('\n\n') } : {}),
    ...(times.length ? { savedAt: Math.min(...times) } : {}),
  };
}

function each(names: readonly string[]): string[] {
  return [...new Map(names.toReversed().map((name) => [tagKey(name), name])).entries()]
    .toReversed()
    .map(([, name]) => name);
}

function joinExtra(extras: readonly ImportedExtra[]): ImportedExtra {
  const formats = [...new Set(extras.flatMap(Object.keys))];
  return Object.fromEntries(
    formats.map((format) => [
      format,
      extras.reduce<ImportedExtra[string]>(
        (told, extra) => joinTold(told, extra[format] ?? {}),
        {},
      ),
    ]),
  );
}

function comparePlaces(one: Place, other: Place): number {
  return (
    compare(one.file, other.file) ||
    one.line - other.line ||
    compare(one.key ?? '', other.key ?? '')
  );
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
