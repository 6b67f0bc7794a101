import { partedWords } from './apart';
import type { Clock } from './clock';
import { type Register, type Stamp, sayingAgain } from './stamp';
import type { Words } from './words';

/**
 * The words of a paper to which something was added, when that is taken back: each is again what it was, under a new
 * stamp, and what was never said before is said not to be so.
 * @param now Its words as they are, which nobody has changed since.
 * @param before What they were.
 */
export function takenBack(now: Words, before: Words, clock: Clock): Words {
  const { openings = now.openings, tags, ...parted } = partedWords(now, before, now, clock);
  const words = Object.entries(parted) as [keyof typeof parted, { stamp?: Stamp }][];
  const again = words.map(([name, word]) => [name, saidAgain(word, now[name], before[name])]);
  const tagged = Object.entries(tags ?? {}).map(([key, word]) => [
    key,
    saidAgain(word, now.tags?.[key], before.tags?.[key]),
  ]);
  return {
    ...Object.fromEntries(again),
    ...(openings && { openings }),
    ...(tagged.length ? { tags: Object.fromEntries(tagged) } : {}),
  };
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
