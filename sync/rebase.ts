import { isSaved } from '../papers/paper';
import type { Clock } from '../papers/words/clock';
import { mergeNotes, type NoteWords, noteStamp, rewritten } from '../papers/words/note';
import { canonical, isSameStamp, later, nextStamp, type Register } from '../papers/words/stamp';
import { mergeWords, type Words } from '../papers/words/words';
import type { PaperWords } from './local';

/**
 * One word of a paper: the name of a group of `Words`, of a tag `tag:` with its key, of a paper that it is not `other:` with
 * the id, or `gone`.
 */
export type Group = string;

/**
 * What stands here after the documents have changed, word by word: one that only the documents changed follows them,
 * also when they have it no longer; one that was said here since stays; of one that both changed, the merge stands.
 * @param here What stands here.
 * @param before What the documents said.
 * @param after What they say.
 */
export function rebased(here: PaperWords, before: PaperWords, after: PaperWords): PaperWords {
  const [own, old, fresh] = [groupsOf(here), groupsOf(before), groupsOf(after)];
  // Most papers that come were never met.
  if (own.size + old.size === 0) return after;
  const merged = groupsOf(mergePaper(here, after));
  const names = new Set([...own.keys(), ...fresh.keys()]);
  const groups = [...names].map((name) => {
    const was = old.get(name);
    if (isSameWord(fresh.get(name), was)) return [name, own.get(name)] as const;
    if (isSameWord(own.get(name), was)) return [name, fresh.get(name)] as const;
    return [name, merged.get(name)] as const;
  });
  const stands = new Map(groups.flatMap(([name, value]) => (value ? [[name, value]] : [])));
  // Never said anew by being dropped here: a paper that lives has no tombstone in the store.
  const gone = merged.get('gone');
  return ofGroups(gone ? stands.set('gone', gone) : stands);
}

/** Merges what was said of a paper in two places: see `mergeWords`. */
export function mergePaper(one: PaperWords, other: PaperWords): PaperWords {
  const words = mergeWords(one.words, other.words);
  const gone = later(one.gone, other.gone);
  return gone ? { words, gone } : { words };
}

/**
 * Tells whether two values are the same word. A register's stamp says so, with what every store keeps of its value: one may
 * keep less than another, as of a tag that was taken off. A profile and its copy may say two things in one millisecond
 * before the copy has a name of its own. Of openings and notes more than the stamp changes.
 */
export function isSameWord(one: unknown, other: unknown): boolean {
  const [mine, theirs] = [registerOf(one), registerOf(other)];
  if (!mine || !theirs) return canonical(one) === canonical(other);
  return isSameStamp(mine.stamp, theirs.stamp) && coreOf(mine.value) === coreOf(theirs.value);
}

function registerOf(word: unknown): Register<unknown> | undefined {
  if (typeof word !== 'object' || word === null || !('stamp' in word)) return undefined;
  const register = word as Register<unknown>;
  const { value } = register;
  const isCounted = typeof value === 'object' && value !== null && 'count' in value;
  return isCounted ? undefined : register;
}

/** Of what has parts the one that no store leaves out: the state of a paper, and whether a tag is on. */
function coreOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { state, isOn } = value as { readonly state?: unknown; readonly isOn?: unknown };
  return state ?? isOn;
}

/**
 * Tells whether a paper is purged: somebody did, and nothing that would be missed was said elsewhere at the same time.
 * That a star, a tag or a note was taken off, a paper opened, or put in the bin, is nothing of that kind.
 */
export function isPurged({ words, gone }: PaperWords): boolean {
  if (!gone) return false;
  const { standing, starred, queue, tags = {}, note } = words;
  const state = standing?.value.state;
  const isKept = state !== undefined && (isSaved(state) || state === 'later');
  const isPlaced = queue !== undefined && queue.value !== null;
  const isTagged = Object.values(tags).some(({ value }) => value.isOn);
  const isNoted = note?.versions.some(({ text }) => text !== '') ?? false;
  return !(isKept || starred?.value || isPlaced || isTagged || isNoted);
}

/**
 * What is here, said again over what came, under stamps that are greater than both.
 * @returns Also what the other side alone has: only what would go or change is kept.
 */
export function insisted(here: PaperWords, after: PaperWords, clock: Clock): PaperWords {
  const { words: theirs } = after;
  const again = <Value>(own: Register<Value>, other: Register<Value> | undefined) =>
    other === undefined || canonical(own) !== canonical(other)
      ? { ...own, stamp: nextStamp(clock.now, clock.device, own.stamp, other?.stamp) }
      : own;
  const { standing, starred, queue, openings, version, lead, tags = {}, note } = here.words;
  const eachAgain = <Value>(own: Each<Value> = {}, other: Each<Value> = {}) =>
    Object.fromEntries(
      Object.entries(own).map(([key, word]) => [
        key,
        again(word, Object.hasOwn(other, key) ? other[key] : undefined),
      ]),
    );
  const said = {
    ...(standing && { standing: again(standing, theirs.standing) }),
    ...(starred && { starred: again(starred, theirs.starred) }),
    ...(queue && { queue: again(queue, theirs.queue) }),
    ...(openings && { openings }),
    ...(note && { note: insistedNote(note, theirs.note, clock) }),
    ...(version && { version: again(version, theirs.version) }),
    ...(lead && { lead: again(lead, theirs.lead) }),
    distinct: eachAgain(here.words.distinct, theirs.distinct),
    tags: eachAgain(tags, theirs.tags),
  };
  return mergePaper(after, { words: said });
}

type Each<Value> = Readonly<Record<string, Register<Value>>>;

function insistedNote(own: NoteWords, other: NoteWords | undefined, clock: Clock): NoteWords {
  const merged = mergeNotes(own, other) ?? own;
  if (canonical(own) === canonical(other)) return own;
  const [first, ...others] = own.versions;
  const stamp = nextStamp(clock.now, clock.device, noteStamp(merged), noteStamp(own));
  const versions = [...others, { text: first?.text ?? '', stamp }];
  return { ...rewritten(merged, first?.text ?? '', stamp), versions };
}

/**
 * A note after its profile turned out to be a copy of another one: what was written under the old name since they
 * parted is under a new name, or the two would take each other's texts for replaced.
 * @param since When they may have parted, in ms.
 */
export function renamedNote(
  note: NoteWords,
  {
    device,
    since,
    name,
  }: { readonly device: string; readonly since: number; readonly name: string },
): NoteWords {
  const isNew = (at: number, by: string) => by === device && at >= since;
  const { [device]: last, ...seen } = note.seen;
  if (last === undefined || last < since) return note;
  const versions = note.versions.map(({ text, stamp }) =>
    isNew(stamp.at, stamp.device) ? { text, stamp: { ...stamp, device: name } } : { text, stamp },
  );
  return { versions, seen: { ...seen, [device]: since - 1, [name]: last } };
}

/** The words of a paper, one by one. */
export function groupsOf({ words, gone }: PaperWords): Map<Group, unknown> {
  const { tags = {}, distinct = {}, ...single } = words;
  const groups = new Map<Group, unknown>(Object.entries(single));
  for (const [key, word] of Object.entries(tags)) groups.set(`tag:${key}`, word);
  for (const [id, word] of Object.entries(distinct)) groups.set(`other:${id}`, word);
  if (gone) groups.set('gone', gone);
  return groups;
}

/** The other way: see `groupsOf`. Names that are no word of ours are left out. */
export function ofGroups(groups: ReadonlyMap<Group, unknown>): PaperWords {
  const known = ['standing', 'starred', 'queue', 'openings', 'note', 'version', 'lead'] as const;
  const single = known.flatMap((name) => (groups.has(name) ? [[name, groups.get(name)]] : []));
  const [tags, distinct] = ['tag:', 'other:'].map((start) =>
    [...groups]
      .filter(([name]) => name.startsWith(start))
      .map(([name, word]) => [name.slice(start.length), word] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
  const words: Words = {
    ...Object.fromEntries(single),
    ...(tags?.length ? { tags: Object.fromEntries(tags) } : {}),
    ...(distinct?.length ? { distinct: Object.fromEntries(distinct) } : {}),
  };
  const gone = groups.get('gone') as PaperWords['gone'];
  return gone ? { words, gone } : { words };
}
