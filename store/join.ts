import { coherent } from '../papers/own';
import type { PaperState } from '../papers/paper';
import { isSaved, isUndecided, paperStates } from '../papers/paper';
import { defined, type PaperRecord, undecidedState } from '../papers/record';
import { judged } from '../papers/rules/match';
import { cleanTags } from '../papers/tags';
import type { Writer } from './writer';

/**
 * Joins two records of one work: the reader's words of both stay, the further state stands. Rules have
 * to look at it anew.
 */
export async function join(
  writer: Writer,
  kept: PaperRecord,
  other: PaperRecord,
): Promise<PaperRecord> {
  const notes = writer.transaction.objectStore('notes');
  const [mine, theirs] = [await notes.get(kept.id), await notes.get(other.id)];
  const text = [mine?.text, theirs?.text].filter(Boolean).join('\n\n');
  const updatedAt = Math.max(mine?.updatedAt ?? 0, theirs?.updatedAt ?? 0);
  if (text) await notes.put({ id: kept.id, text, updatedAt });
  const further = weight(other.state) > weight(kept.state) ? other : kept;
  const savedAt = kept.savedAt ?? other.savedAt;
  const seenAt = kept.seenAt ?? other.seenAt;
  const joined: PaperRecord = coherent({
    ...judged(other, {}),
    ...judged(kept, {}),
    state: isUndecided(further.state) ? undecidedState(defined({ seenAt })) : further.state,
    aliases: [...new Set([...(kept.aliases ?? []), other.id, ...(other.aliases ?? [])])],
    tags: cleanTags([...kept.tags, ...other.tags]),
    hasNote: text !== '',
    ...(kept.starred || other.starred ? { starred: true } : {}),
    ...(savedAt === undefined ? {} : { savedAt }),
    ...(seenAt === undefined ? {} : { seenAt }),
    firstSeenAt: Math.min(kept.firstSeenAt, other.firstSeenAt),
    updatedAt: { ...other.updatedAt, ...kept.updatedAt, state: further.updatedAt.state },
  });
  writer.drop(other);
  writer.put(kept, joined);
  writer.outdate(joined.id, true);
  return joined;
}

function weight(state: PaperState): number {
  return isSaved(state)
    ? paperStates.indexOf(state) + paperStates.length
    : paperStates.indexOf(state);
}
