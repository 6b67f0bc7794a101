import { coherent } from '../own';
import { defined, type PaperRecord, type TagStamp } from '../record';
import { cleanTags, tagKey } from '../tags';
import { distinctFields, distinctWords } from './distinct';
import type { NoteWords } from './note';
import { noteStamp } from './note';
import type { Register, Stamp } from './stamp';
import { inKeyOrder, inPlace } from './tag-stamps';
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
    version: said(record.savedVersion ?? null, stamps.version),
    lead: said(record.lead ?? null, stamps.lead),
    distinct: distinctWords(record),
    tags: tags.length ? Object.fromEntries(tags) : undefined,
    note,
  }) as Words;
}

/** When the reader last said anything of a paper, in ms; when it was met where that was never. */
export function lastSaidAt(record: PaperRecord): number {
  const { stamps, tagStamps = [], distinctStamps = [], firstSeenAt } = record;
  const said = [...Object.values(stamps), ...tagStamps, ...distinctStamps].map(
    (stamp: Stamp) => stamp.at,
  );
  return said.length ? Math.max(...said) : firstSeenAt;
}

/**
 * A record with these words in place of its own.
 * @param hasNote Whether the note has any text.
 */
export function withWords(record: PaperRecord, words: Words, hasNote: boolean): PaperRecord {
  const { standing, starred, queue, openings, note, version, lead } = words;
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
      savedVersion: version?.value ?? undefined,
      lead: lead?.value ?? undefined,
      ...distinctFields(record.distinct ?? [], words.distinct, [
        record.id,
        ...(record.aliases ?? []),
      ]),
      tags: tagsOf(words),
      tagStamps: tagStamps.length ? tagStamps : undefined,
      hasNote,
      stamps: defined({
        standing: standing?.stamp,
        starred: starred?.stamp,
        queue: queue?.stamp,
        openings: openings?.stamp,
        version: version?.stamp,
        lead: lead?.stamp,
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
  laterAt: undefined,
  countedAt: undefined,
  savedDay: undefined,
  readDay: undefined,
};

function standingOf(record: PaperRecord): Standing {
  const { state, savedAt, savedUpvotes, readAt, snoozedUntil, deletedFrom } = record;
  const { laterAt, countedAt, savedDay, readDay } = record;
  return defined({
    ...{ state, savedAt, savedUpvotes, readAt, snoozedUntil, deletedFrom },
    ...{ laterAt, countedAt, savedDay, readDay },
  });
}

function said<Value>(value: Value, stamp: Stamp | undefined): Register<Value> | undefined {
  return stamp && { value, stamp };
}

function tagWordsOf({ tags, tagStamps = [] }: PaperRecord): [string, Register<TagWord>][] {
  const names = new Map(tags.map((tag) => [tagKey(tag), tag]));
  return tagStamps.map(({ key, isOff: _isOff, since, ...stamp }) => {
    const name = names.get(key);
    const word = { name: name ?? key, isOn: name !== undefined };
    return [key, { value: since === undefined ? word : { ...word, since }, stamp }];
  });
}

/** The tags that are on, those put on first standing first. */
function tagsOf({ tags = {} }: Words): readonly string[] {
  const on = Object.values(tags).filter(({ value }) => value.isOn);
  const names = cleanTags(on.map(({ value }) => value.name));
  return inPlace(names, tagStampsOf({ tags }));
}

function tagStampsOf({ tags = {} }: Words): readonly TagStamp[] {
  const stamps = Object.entries(tags).map(([key, { value, stamp }]) => ({
    key,
    ...stamp,
    ...(value.since === undefined ? {} : { since: value.since }),
    ...(value.isOn ? {} : { isOff: true as const }),
  }));
  return inKeyOrder(stamps);
}
