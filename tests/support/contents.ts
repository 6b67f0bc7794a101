import type { Paper } from '../../papers/paper';
import type { Contents } from '../../store/backup/contents';
import { restore } from '../../store/backup/restore/write';
import { connection } from '../../store/database/connection';
import { recordSighting } from '../../store/records/sightings';
import { decide } from '../../store/words/decide';
import { setTags } from './tags';

const day = '2026-03-27';

/** Saves papers as from a digest, each with its tags; the last one is the newest. */
export async function saveTagged(
  papers: readonly Paper[],
  tags: readonly (readonly string[])[] = [],
): Promise<void> {
  const now = Date.parse(`${day}T12:00:00Z`);
  await recordSighting({
    digest: 'huggingface:day:probe',
    day,
    visitAt: now,
    shows: 'digest',
    papers,
  });
  for (const [index, { id }] of papers.entries()) {
    await decide([id], 'unread', now + index);
    const names = tags[index] ?? [];
    if (names.length) await setTags(id, names, now + index);
  }
}

/** Meets papers on a day's list; those that are unknown become new. */
export async function meet(on: string, papers: readonly Paper[]): Promise<void> {
  const visitAt = Date.parse(`${on}T12:00:00Z`);
  await recordSighting({
    digest: `huggingface:day:${on}`,
    day: on,
    visitAt,
    shows: 'digest',
    papers,
  });
}

/** How many papers are in each state, carry each tag (`#thesis`), and are `starred`. */
export async function counted(): Promise<Record<string, number>> {
  const rows = await (await connection()).getAll('papers');
  const counts: Record<string, number> = {};
  for (const { state, tags, starred } of rows)
    for (const name of [state, ...tags.map((tag) => `#${tag}`), ...(starred ? ['starred'] : [])])
      counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/**
 * Restores a backup at a time that is later than all that was said.
 * @returns How many papers it brought.
 */
export async function restoreNow(contents: Contents, bringsBack = false): Promise<number> {
  return (await restore(contents, 9_000_000_000_000, bringsBack)).added;
}
