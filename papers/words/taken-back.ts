import { partedWords } from './apart';
import type { Clock } from './clock';
import { type NoteWords, noteStamp } from './note';
import { nextStamp, type Register, type Stamp, sayingAgain } from './stamp';
import type { Words } from './words';

/**
 * The words of a paper to which something was added, when that is taken back: each is again what it was, under a new
 * stamp, and what was never said before is said not to be so.
 * @param now Its words as they are, which nobody has changed since.
 * @param before What they were.
 */
export function takenBack(now: Words, before: Words, clock: Clock): Words {
  const {
    openings = now.openings,
    tags,
    distinct,
    ...parted
  } = partedWords(now, before, now, clock);
  const words = Object.entries(parted) as [keyof typeof parted, { stamp?: Stamp }][];
  const again = words.map(([name, word]) => [name, saidAgain(word, now[name], before[name])]);
  return {
    ...Object.fromEntries(again),
    ...(openings && { openings }),
    ...each('tags', tags, (word, key) => saidAgain(word, now.tags?.[key], before.tags?.[key])),
    ...each('distinct', distinct, (word, key) =>
      saidAgain(word, now.distinct?.[key], before.distinct?.[key]),
    ),
  };
}

/**
 * The words of a paper, each said once more: to devices that took them for another paper's. How often it was opened is
 * no word that is missed.
 */
export function saidOnceMore(words: Words, { now, device }: Clock): Words {
  const { openings, tags, distinct, note, ...others } = words;
  const once = <Word extends { readonly stamp: Stamp }>(word: Word): Word => ({
    ...word,
    stamp: sayingAgain(nextStamp(now, device, word.stamp), word.stamp),
  });
  const registers = Object.entries(others).map(([name, word]) => [name, once(word)]);
  return {
    ...Object.fromEntries(registers),
    ...(openings && { openings }),
    ...each('tags', tags, once),
    ...each('distinct', distinct, once),
    ...(note && { note: notedOnceMore(note, { now, device }) }),
  };
}

/** Words of one kind by their keys, each said otherwise; nothing where there is none. */
function each<Word>(
  name: 'tags' | 'distinct',
  words: Readonly<Record<string, Word>> | undefined,
  say: (word: Word, key: string) => Word,
): Partial<Record<'tags' | 'distinct', Readonly<Record<string, Word>>>> {
  const said = Object.entries(words ?? {}).map(([key, word]) => [key, say(word, key)] as const);
  return said.length ? { [name]: Object.fromEntries(said) } : {};
}

function notedOnceMore(note: NoteWords, { now, device }: Clock): NoteWords {
  const last = noteStamp(note);
  const versions = note.versions.map(({ text }, at) => ({
    text,
    stamp: nextStamp(now + at, device, last && { ...last, at: last.at + at }),
  }));
  const at = versions.at(-1)?.stamp.at ?? now;
  return { versions, seen: { ...note.seen, [device]: at } };
}

/** Notes on a word that was put back which one it is, so that what was done before can be undone, too. */
function saidAgain<Word extends { readonly stamp?: Stamp }>(
  word: Word,
  now: unknown,
  before: unknown,
): Word {
  if (word === now || !word.stamp) return word;
  return {
    ...word,
    stamp: sayingAgain(word.stamp, (before as Register<unknown> | undefined)?.stamp),
  };
}
