import { coherent } from '../own';
import { defined, type PaperRecord, type TagStamp } from '../record';
import { cleanTags, tagKey } from '../tags';
import type { NoteWords } from './note';
import { noteStamp } from './note';
import type { Register, Stamp } from './stamp';
import type { Standing, TagWord, Words } from './words';

/** What the reader said of a paper, read off its record. */
export function wordsOf(record: PaperRecord, note: NoteWords | undefined): Words {
  const { stamps, openedAt: at = 0, openedCount: count = 0 } = record;
  const tags = tagWordsOf(record);
  return defined({
    standing: said(standingOf(record), stamps.standing),
    starred: said(record.starred === true, stamps.starred),
    queue: said(record.queueAt ?? null, stamps.queue),
    openings: said({ at, count }, stamps.openings),
    tags: tags.length ? Object.fromEntries(tags) : undefined,
    note,
  }) as Words;
}

/**
 * A record with these words in place of its own.
 * @param hasNote Whether the note has any text.
 */
export function withWords(record: PaperRecord, words: Words, hasNote: boolean): PaperRecord {
  const { standing, starred, queue, openings, note } = words;
  const tagStamps = tagStampsOf(words);
  return coherent(
    defined({
      ...record,
      ...noStanding,
      ...(standing?.value ?? { state: 'new' as const }),
      starred: starred?.value || undefined,
      queueAt: queue?.value ?? undefined,
      openedAt: openings?.value.at,
      openedCount: openings?.value.count,
      tags: tagsOf(words),
      tagStamps: tagStamps.length ? tagStamps : undefined,
      hasNote,
      stamps: defined({
        standing: standing?.stamp,
        starred: starred?.stamp,
        queue: queue?.stamp,
        openings: openings?.stamp,
        note: noteStamp(note),
      }),
    }) as PaperRecord,
  );
}

const noStanding = {
  savedAt: undefined,
  savedUpvotes: undefined,
  readAt: undefined,
  snoozedUntil: undefined,
  deletedFrom: undefined,
  savedDay: undefined,
  readDay: undefined,
};

function standingOf(record: PaperRecord): Standing {
  const { state, savedAt, savedUpvotes, readAt, snoozedUntil, deletedFrom } = record;
  const { savedDay, readDay } = record;
  return defined({
    ...{ state, savedAt, savedUpvotes, readAt, snoozedUntil, deletedFrom },
    ...{ savedDay, readDay },
  });
}

function said<Value>(value: Value, stamp: Stamp | undefined): Register<Value> | undefined {
  return stamp && { value, stamp };
}

function tagWordsOf({ tags, tagStamps = [] }: PaperRecord): [string, Register<TagWord>][] {
  const names = new Map(tags.map((tag) => [tagKey(tag), tag]));
  return tagStamps.map(({ key, at, device }) => {
    const name = names.get(key);
    return [key, { value: { name: name ?? key, isOn: name !== undefined }, stamp: { at, device } }];
  });
}

/** The tags that are on, those put on first standing first. */
function tagsOf({ tags = {} }: Words): readonly string[] {
  const on = Object.values(tags).filter(({ value }) => value.isOn);
  const inOrder = on.sort(
    (one, other) => one.stamp.at - other.stamp.at || (one.value.name < other.value.name ? -1 : 1),
  );
  return cleanTags(inOrder.map(({ value }) => value.name));
}

function tagStampsOf({ tags = {} }: Words): readonly TagStamp[] {
  return Object.entries(tags).map(([key, { value, stamp }]) =>
    value.isOn ? { key, ...stamp } : { key, ...stamp, isOff: true },
  );
}
