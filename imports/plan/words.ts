import { isSaved, isUndecided, type PaperState } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import { tagKey } from '../../papers/tag-key';
import { cleanTags, splitTags } from '../../papers/tags';
import { tidy } from '../../papers/text';
import type { NoteWords } from '../../papers/words/note';
import { noteText } from '../../papers/words/note';
import { nextStamp, type Register, type Stamp } from '../../papers/words/stamp';
import type { Standing, TagWord, Words } from '../../papers/words/words';
import type { ImportedPaper, ImportedWords } from '../types';
import type { Conflict, Importing } from './fate';

/**
 * Who says what a file says. A later file may say more of it; what the reader has said here, under another name,
 * stands.
 */
const fileDevice = '~file';

/** What a file has to say of a paper, where the reader has not spoken already. */
export interface Saying {
  readonly words: Words;
  /** Where the reader has said otherwise here. */
  readonly conflicts: readonly Conflict[];
  /** How tags are spelled in the file that Offprint has to spell otherwise. */
  readonly spellings: Readonly<Record<string, string>>;
}

/**
 * What a file says of a paper that is said from now on.
 * @param record How it stands here; absent when it is not here.
 * @param mine What was said of it here.
 */
export function wordsFrom(
  entry: ImportedPaper,
  record: PaperRecord | undefined,
  mine: Words,
  how: Importing,
): Saying {
  const conflicts: Conflict[] = [];
  const standing = standingFrom(entry.words, record, mine.standing, how, conflicts);
  if (conflicts.includes('removed')) return { words: {}, conflicts, spellings: {} };
  const starred = starFrom(entry.words, mine.starred, how);
  const { tags, spellings } = tagsFrom(entry.words, mine.tags ?? {}, how);
  const note = noteFrom(entry, mine.note, how, conflicts);
  const words: Words = {
    ...(standing ? { standing } : {}),
    ...(starred ? { starred } : {}),
    ...(Object.keys(tags).length ? { tags } : {}),
    ...(note ? { note } : {}),
  };
  return { words, conflicts, spellings };
}

function stampAfter(how: Importing, before: Stamp | undefined): Stamp {
  return nextStamp(how.now, fileDevice, before);
}

const order: readonly PaperState[] = ['unread', 'reading', 'read'];

function standingFrom(
  words: ImportedWords,
  record: PaperRecord | undefined,
  mine: Register<Standing> | undefined,
  how: Importing,
  conflicts: Conflict[],
): Register<Standing> | undefined {
  const state = words.status ?? 'unread';
  const fresh = () => ({
    value: standingOf(words, state, record, how),
    stamp: stampAfter(how, mine?.stamp),
  });
  if (!record || isUndecided(record.state)) return fresh();
  if (!isSaved(record.state)) {
    if (how.bringsBack) return fresh();
    conflicts.push('removed');
    return undefined;
  }
  const isFromFile = mine?.stamp.device === fileDevice;
  const isFurther = order.indexOf(state) > order.indexOf(record.state);
  const isEarlier = (words.savedAt ?? Number.POSITIVE_INFINITY) < (record.savedAt ?? 0);
  if (isFromFile && (isFurther || isEarlier)) {
    const further = isFurther ? state : record.state;
    const value = standingOf(words, further, record, how);
    return { value, stamp: stampAfter(how, mine?.stamp) };
  }
  const isOther =
    words.status !== undefined && record.state !== state && record.state !== 'snoozed';
  if (isOther && !isFromFile) conflicts.push('status');
  return undefined;
}

function standingOf(
  { savedAt = Number.POSITIVE_INFINITY }: ImportedWords,
  state: PaperState,
  record: PaperRecord | undefined,
  { now }: Importing,
): Standing {
  const wasSaved = record && isSaved(record.state) ? (record.savedAt ?? now) : now;
  const at = Math.min(savedAt, wasSaved);
  const upvotes = record?.savedUpvotes ?? record?.upvotes;
  return {
    state,
    savedAt: at,
    ...(upvotes === undefined ? {} : { savedUpvotes: upvotes }),
    ...(state === 'read' ? { readAt: record?.readAt ?? at } : {}),
  };
}

function starFrom(
  { starred }: ImportedWords,
  mine: Register<boolean> | undefined,
  how: Importing,
): Register<boolean> | undefined {
  return starred && mine === undefined
    ? { value: true, stamp: stampAfter(how, undefined) }
    : undefined;
}

/** A tag that the reader has taken off here stays off. */
function tagsFrom(
  { tags, folders }: ImportedWords,
  mine: NonNullable<Words['tags']>,
  how: Importing,
): {
  readonly tags: NonNullable<Words['tags']>;
  readonly spellings: Readonly<Record<string, string>>;
} {
  const spellings = new Map<string, string>();
  const added = new Map<string, Register<TagWord>>();
  for (const raw of [...tags, ...(how.takesFolders ? folders : [])]) {
    const [name] = cleanTags([storedTag(raw)]);
    const key = name === undefined ? '' : tagKey(name);
    if (name === undefined || !key) continue;
    if (storedTag(raw) !== raw) spellings.set(name, raw);
    if (Object.hasOwn(mine, key) || added.has(key)) continue;
    added.set(key, {
      value: { name, isOn: true },
      stamp: { at: how.now + added.size, device: fileDevice },
    });
  }
  return { tags: Object.fromEntries(added), spellings: Object.fromEntries(spellings) };
}

/** A comma ends a tag here. */
function storedTag(name: string): string {
  return splitTags(name).map(tidy).filter(Boolean).join(' ');
}

/** A note that was read from a file before, or stands in the one that is here, is nothing new. */
function noteFrom(
  { words: { note: text } }: ImportedPaper,
  mine: NoteWords | undefined,
  how: Importing,
  conflicts: Conflict[],
): NoteWords | undefined {
  if (!text) return undefined;
  const device = `~${hashOf(text)}`;
  const here = noteText(mine, how.divider);
  if (here.includes(text) || (mine && Object.hasOwn(mine.seen, device))) return undefined;
  if (here) conflicts.push('note');
  const stamp = { at: how.now, device };
  return { versions: [{ text, stamp }], seen: { [device]: stamp.at } };
}

/** FNV-1a, twice with different beginnings, as a name for a text. */
function hashOf(text: string): string {
  return [0x811c9dc5, 0x01234567]
    .map((seed) => {
      let hash = seed;
      for (let at = 0; at < text.length; at += 1)
        hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
      return hash.toString(36);
    })
    .join('');
}
