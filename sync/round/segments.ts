import { type Bytes, joined } from '../bytes';
import type { Own, Recent } from '../local';
import { filePath, segmentName } from './paths';
import { randomName, type Tools } from './tools';

/** Seals a file of this device's, by its name and what it holds, and hands out its bytes' number. */
export type Sealed = (name: string, content: Bytes) => Promise<number>;

/** A file is joined to what comes after it unless it is more than so many times as large. */
const times = 2;

/** What is larger than that stays as it is. */
const mostJoined = 200_000;

/**
 * Writes the next segment, together with those before it that are not much larger: so the files of all segments are few
 * (at most about the logarithm of their size), whoever joins asks for few, and each byte is written few times. In a vault of
 * format 1 each segment has a file of its own.
 * @param content The segment's bundle; bundles one after the other are one, too.
 * @param to `most`: how much goes into one file.
 */
export async function withSegment(
  tools: Pick<Tools, 'random'>,
  own: Own,
  content: Bytes,
  { most, sealed }: { readonly most: number; readonly sealed: Sealed },
): Promise<Own> {
  const seq = own.seq + 1;
  const isJoining = own.file.format > 1;
  const recent = isJoining ? (own.recent ?? []) : [];
  const all = joinedTo(recent, content, Math.min(most, mostJoined));
  const taken = recent.slice(recent.length - all.count);
  const first = taken[0]?.first ?? seq;
  const name = segmentName({ first, last: seq }, randomName(tools, 4));
  const size = await sealed(name, all.content);
  const gone = new Set(taken.map((one) => one.name));
  const trash = [...gone].map((old) => ({
    ...{ path: filePath(own.device, old), count: own.count + 1 },
    isJoined: true as const,
  }));
  const before = taken.reduce((sum, one) => sum + one.size, 0);
  return {
    ...own,
    seq,
    segments: [...own.segments.filter((one) => !gone.has(one)), name],
    segmentBytes: own.segmentBytes - before + size,
    trash: [...own.trash, ...trash],
    ...(isJoining && {
      recent: joinable([
        ...recent.slice(0, recent.length - all.count),
        { name, first, content: all.content, size },
      ]),
    }),
  };
}

/** What comes, behind those of the last ones that are to be joined to it; and how many these are. */
function joinedTo(recent: readonly Recent[], content: Bytes, most: number) {
  let [all, count] = [content, 0];
  for (const { content: before } of recent.toReversed()) {
    if (before.length > times * all.length || before.length + all.length > most) break;
    all = joined(before, all);
    count += 1;
  }
  return { content: all, count };
}

/** Behind a file that is too large for it none before it can be joined. */
function joinable(recent: readonly Recent[]): readonly Recent[] {
  return recent.slice(recent.findLastIndex(({ content }) => content.length > mostJoined) + 1);
}
