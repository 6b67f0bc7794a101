import type { PaperId } from '../../papers/paper';
import { type Entry, type Head, headFields } from '../../papers/search/entry';
import { noWords } from '../../papers/search/words';
import type { BodyChunk, HeadChunk } from './rows';

/** How many papers a chunk is made of; one that has grown to twice as many is divided. */
export const chunkSize = 500;

/** Lays entries out column by column; they must be in the order of their ids. */
function chunkOf(first: PaperId, entries: readonly Entry[]): [HeadChunk, BodyChunk] {
  const columns = headFields.map((field) => [field, entries.map(({ head }) => head[field])]);
  return [
    { first, ...Object.fromEntries(columns) } as HeadChunk,
    {
      first,
      ids: entries.map(({ head }) => head.id),
      texts: entries.map(({ body = noWords }) => body),
    },
  ];
}

/** The heads of a chunk. */
export function headsOf(chunk: HeadChunk): Head[] {
  return chunk.id.map((_, at) => headAt(chunk, at));
}

/**
 * Lays entries out in one chunk, or in several when they are too many for one.
 * @param first The first id that the range of the entries may hold.
 */
export function chunksOf(first: PaperId, entries: readonly Entry[]): [HeadChunk, BodyChunk][] {
  if (entries.length <= chunkSize * 2) return [chunkOf(first, entries)];
  const chunks: [HeadChunk, BodyChunk][] = [];
  for (let at = 0; at < entries.length; at += chunkSize) {
    const part = entries.slice(at, at + chunkSize);
    chunks.push(chunkOf(at === 0 ? first : (part[0]?.head.id ?? first), part));
  }
  return chunks;
}

/** Written out, since this runs once for every paper whenever a search is opened. */
function headAt(chunk: HeadChunk, at: number): Head {
  return {
    id: chunk.id[at] ?? '',
    aliases: chunk.aliases[at] ?? '',
    text: chunk.text[at] ?? '',
    shape: chunk.shape[at] ?? '',
    tags: chunk.tags[at] ?? '',
    authors: chunk.authors[at] ?? '',
    organization: chunk.organization[at] ?? '',
    sites: chunk.sites[at] ?? '',
    state: chunk.state[at] ?? 'unread',
    savedAt: chunk.savedAt[at] ?? 0,
    date: chunk.date[at] ?? '',
    dailyOn: chunk.dailyOn[at] ?? '',
    upvotes: chunk.upvotes[at] ?? -1,
    hasCode: chunk.hasCode[at] === true,
    hasNote: chunk.hasNote[at] === true,
    isStarred: chunk.isStarred[at] === true,
    openedAt: chunk.openedAt[at] ?? 0,
    queueAt: chunk.queueAt[at] ?? 0,
  };
}
