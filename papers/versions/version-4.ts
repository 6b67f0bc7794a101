/**
 * A paper as database version 4 and backups up to version 0.3 have it. Frozen: both the migration and
 * the import of older files stand on it.
 */
export interface PaperVersion4 {
  readonly id: string;
  readonly state: string;
  readonly tags: readonly string[];
  readonly starred?: boolean;
  readonly queueAt?: number;
  readonly openedAt?: number;
  readonly firstSeenAt: number;
  readonly updatedAt: {
    readonly state: number;
    readonly tags?: number;
    readonly note?: number;
    readonly starred?: number;
    readonly queue?: number;
    readonly opened?: number;
  };
}

interface StampVersion6 {
  readonly at: number;
  readonly device: '';
}

/** What `withStamps` adds. */
export interface StampedVersion6 {
  readonly stamps: Readonly<
    Partial<Record<'standing' | 'starred' | 'queue' | 'openings' | 'note', StampVersion6>>
  >;
  readonly tagStamps?: readonly TagStampVersion6[];
}

/** When a tag was put on, or taken off; `since` is its place where that is another one. */
export interface TagStampVersion6 extends StampVersion6 {
  readonly key: string;
  readonly isOff?: true;
  readonly since?: number;
}

/**
 * Gives each word of a paper a stamp, from the times that were kept until then. Devices had no names. A
 * paper that was sighted and nothing else has no word of the reader's.
 * @param tagKey As it is for the version that the stamps are for.
 */
export function withStamps<Paper extends PaperVersion4>(
  paper: Paper,
  tagKey: (tag: string) => string,
): Omit<Paper, 'updatedAt'> & StampedVersion6 {
  const { updatedAt, ...rest } = paper;
  const { state, tags = state, note, starred, queue, opened } = updatedAt;
  const isDecided =
    (paper.state !== 'new' && paper.state !== 'seen') || state !== paper.firstSeenAt;
  const at = (time: number | undefined, isThere = true): StampVersion6 | undefined =>
    time === undefined || !isThere ? undefined : { at: time, device: '' };
  const stamps = {
    standing: at(state, isDecided),
    starred: at(starred ?? (paper.starred ? state : undefined)),
    queue: at(queue ?? (paper.queueAt === undefined ? undefined : state)),
    openings: at(opened ?? paper.openedAt),
    note: at(note),
  };
  const keys = [...new Set(paper.tags.map(tagKey))];
  const tagStamps = keys.map((key, place) => ({ key, at: tags + place, device: '' as const }));
  return {
    ...rest,
    stamps: Object.fromEntries(Object.entries(stamps).filter(([, stamp]) => stamp !== undefined)),
    ...(keys.length ? { tagStamps: tagStamps.sort(byKey) } : {}),
  };
}

function byKey(one: { readonly key: string }, other: { readonly key: string }): number {
  return one.key < other.key ? -1 : 1;
}

/** What of an action's steps version 4 kept of one paper. */
export interface BeforeVersion4 {
  readonly id: string;
  readonly absent?: readonly string[];
  readonly tags?: readonly string[];
  readonly tagsAfter?: readonly string[];
  readonly [field: string]: unknown;
}

const words = {
  standing: ['state', 'savedAt', 'savedUpvotes', 'readAt', 'snoozedUntil', 'deletedFrom'],
  starred: ['starred'],
  queue: ['queueAt'],
  openings: ['openedAt', 'openedCount'],
} as const;

/**
 * A step's memory of one paper, word by word, as version 6 keeps it: to be put back only while the paper
 * has the stamp that the action gave it.
 * @param at When the action was.
 * @param now The paper as it is, with what of each word the action did not touch.
 */
export function beforeVersion6(
  before: BeforeVersion4,
  at: number,
  now: Readonly<Record<string, unknown>>,
  tagKey: (tag: string) => string,
): BeforeVersion6 {
  const { absent = [], tags = [], tagsAfter = [] } = before;
  const stamp: StampVersion6 = { at, device: '' };
  const touched = (field: string) => absent.includes(field) || before[field] !== undefined;
  const kept = Object.entries(words).flatMap(([word, fields]) => {
    if (!fields.some(touched)) return [];
    const entries = fields.flatMap((field) => {
      const value = touched(field) ? before[field] : now[field];
      return value === undefined ? [] : [[field, value]];
    });
    return [{ word, fields: Object.fromEntries(entries), stamp }];
  });
  const [had, has] = [tags, tagsAfter].map(
    (names) => new Map(names.map((name) => [tagKey(name), name])),
  );
  const places = [...(has?.keys() ?? [])];
  const changes = [...new Set([...(had?.keys() ?? []), ...places])].flatMap((key) => {
    const [name, next] = [had?.get(key), has?.get(key)];
    if (name === next) return [];
    const stamp: StampVersion6 = { at: at + Math.max(0, places.indexOf(key)), device: '' };
    const isOff = next === undefined ? { isOff: true as const } : {};
    return [{ key, stamp, ...(name === undefined ? {} : { before: name }), ...isOff }];
  });
  return { id: before.id, words: kept, ...(changes.length ? { tags: changes } : {}) };
}

interface TagChangeVersion6 {
  readonly key: string;
  readonly before?: string;
  readonly stamp: StampVersion6;
  readonly was?: TagStampVersion6;
  /** Whether the action took it off; not kept. */
  readonly isOff?: true;
}

interface BeforeVersion6 {
  readonly id: string;
  readonly words: readonly {
    readonly word: string;
    readonly fields: object;
    readonly stamp: StampVersion6;
    readonly was?: StampVersion6;
  }[];
  readonly tags?: readonly TagChangeVersion6[];
}

/** What actions said, one after the other. */
export class SaidVersion6 {
  /** The last word on each tag, by paper. */
  readonly tags = new Map<string, TagStampVersion6[]>();
  readonly #words = new Map<string, StampVersion6>();

  /** Says of each word of a paper that an action gave it what it replaced, where that was an action's. */
  next({ id, words, tags }: BeforeVersion6): object {
    const linked = words.map((one) => {
      const key = `${one.word} ${id}`;
      const was = this.#words.get(key);
      this.#words.set(key, one.stamp);
      return was ? { ...one, was } : one;
    });
    const known = this.tags.get(id) ?? [];
    const changes = tags?.map(({ isOff, ...change }) => {
      const place = known.findIndex(({ key }) => key === change.key);
      const was = known[place];
      const said = { key: change.key, ...change.stamp, ...(isOff ? { isOff } : {}) };
      known.splice(was ? place : known.length, was ? 1 : 0, said);
      return was ? { ...change, was } : change;
    });
    if (changes) this.tags.set(id, known);
    return { id, words: linked, ...(changes ? { tags: changes } : {}) };
  }
}

/**
 * Gives each tag of a paper the stamp of the action that had the last word on it, as far as it still
 * stands, be it that it was taken off. The tags keep their order.
 * @param said See `SaidVersion6`.
 */
export function withSaidTags<Paper extends StampedVersion6>(
  paper: Paper & { readonly tags: readonly string[] },
  said: readonly TagStampVersion6[],
  tagKey: (tag: string) => string,
): Paper {
  const own = new Map((paper.tagStamps ?? []).map((stamp) => [stamp.key, stamp]));
  const off = said.filter(({ key, isOff }) => isOff && !own.has(key));
  const on = new Map(said.filter(({ isOff }) => !isOff).map((stamp) => [stamp.key, stamp]));
  let last = -1;
  const stamps = [...new Set(paper.tags.map(tagKey))].flatMap((key) => {
    const stamp = on.get(key) ?? own.get(key);
    if (!stamp) return [];
    last = stamp.at > last ? stamp.at : last + 1;
    return [last === stamp.at ? stamp : { ...stamp, since: last }];
  });
  const tagStamps = [...stamps, ...off].sort(byKey);
  return tagStamps.length ? { ...paper, tagStamps } : paper;
}
