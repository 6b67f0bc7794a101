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
  readonly tagStamps?: readonly (StampVersion6 & { readonly key: string })[];
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
): object {
  const { absent = [], tags = [], tagsAfter = [] } = before;
  const stamp = { at, device: '' };
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
    const stamp = { at: at + Math.max(0, places.indexOf(key)), device: '' };
    return [name === undefined ? { key, stamp } : { key, before: name, stamp }];
  });
  return { id: before.id, words: kept, ...(changes.length ? { tags: changes } : {}) };
}
