import type { Clock } from './clock';
import { mergeNotes, type NoteWords, noteStamp, rewritten } from './note';
import { canonical, isSameStamp, nextStamp, type Register } from './stamp';
import type { Words } from './words';

/**
 * The words of a paper that another one was joined to, when the two are parted: what came from the
 * other one is again what it was before, under a new stamp; what was said since stays.
 * @param now Its words as they are.
 * @param mine Its own words before the join.
 * @param theirs The other one's, as `merge` took them.
 */
export function partedWords(now: Words, mine: Words, theirs: Words, clock: Clock): Words {
  const back = <Value>(
    current: Register<Value> | undefined,
    own: Register<Value> | undefined,
    other: Register<Value> | undefined,
    silent: Value,
  ): Register<Value> | undefined => {
    const isTheirs = isSameStamp(current?.stamp, other?.stamp);
    if (!current || !isTheirs || isSameStamp(own?.stamp, other?.stamp)) return current;
    const stamp = nextStamp(clock.now, clock.device, current.stamp);
    return { value: own ? own.value : silent, stamp };
  };
  const { standing, starred, queue, openings, version, lead, distinct, tags, note } = now;
  const parted = {
    standing: back(standing, mine.standing, theirs.standing, { state: 'new' as const }),
    starred: back(starred, mine.starred, theirs.starred, false),
    queue: back(queue, mine.queue, theirs.queue, null),
    openings: isSameStamp(openings?.stamp, theirs.openings?.stamp) ? mine.openings : openings,
    version: back(version, mine.version, theirs.version, null),
    lead: back(lead, mine.lead, theirs.lead, null),
    distinct: distinct && partedEach(distinct, mine.distinct, theirs.distinct, back, () => false),
    tags: tags && partedEach(tags, mine.tags, theirs.tags, back, (name) => ({ name, isOn: false })),
    note: partedNote(note, mine.note, theirs.note, clock),
  };
  return Object.fromEntries(
    Object.entries(parted).filter(([, word]) => word !== undefined),
  ) as Words;
}

type Back = <Value>(
  current: Register<Value> | undefined,
  own: Register<Value> | undefined,
  other: Register<Value> | undefined,
  silent: Value,
) => Register<Value> | undefined;

type Each<Value> = Readonly<Record<string, Register<Value>>>;

/** Each tag, or each paper that it is not, by itself. */
function partedEach<Value>(
  now: Each<Value>,
  mine: Each<Value> | undefined,
  theirs: Each<Value> | undefined,
  back: Back,
  silent: (key: string) => Value,
): Each<Value> {
  const own = new Map(Object.entries(mine ?? {}));
  const other = new Map(Object.entries(theirs ?? {}));
  return Object.fromEntries(
    Object.entries(now).map(([key, word]) => [
      key,
      back(word, own.get(key), other.get(key), silent(key)) ?? word,
    ]),
  );
}

/** A note that is what the join made of the two is the own one again; one edited since stays. */
function partedNote(
  now: NoteWords | undefined,
  mine: NoteWords | undefined,
  theirs: NoteWords | undefined,
  { now: at, device }: Clock,
): NoteWords | undefined {
  const joined = mergeNotes(mine, theirs);
  if (!now || !theirs || canonical(now.versions) !== canonical(joined?.versions)) return now;
  const stamp = nextStamp(at, device, noteStamp(now));
  const [first = { text: '', stamp }, ...others] = mine?.versions ?? [];
  return {
    ...rewritten(now, first.text, stamp),
    versions: [{ text: first.text, stamp }, ...others],
  };
}
