import { generateLibrary } from '../../scripts/library/generate';
import { putBatch } from '../../scripts/library/put';
import type { StateMix } from '../../scripts/library/reader';
import { connection } from '../../store/database/connection';
import { rebuildMonths } from '../../store/derived/months';
import { counts, listTags } from '../../store/records/queries';
import { rebuildSearch } from '../../store/search/build';
import { paper, sightOn } from './store';

/**
 * Fills the store with a made-up list.
 * @returns The ids of its papers.
 */
export async function fillLibrary(count: number, mix: StateMix): Promise<string[]> {
  const ids: string[] = [];
  for await (const batch of generateLibrary({ seed: 11, count, mix })) {
    await putBatch(await connection(), batch);
    ids.push(...batch.papers.map(({ id }) => id));
  }
  return ids;
}

/** Every paper without its stamps, which any change renews, and what is counted of them. */
export async function everything(): Promise<unknown> {
  const papers = await (await connection()).getAll('papers');
  return {
    papers: papers.map(
      ({ stamps: _stamps, tagStamps: _tagStamps, sortAt: _sortAt, ...fields }) => fields,
    ),
    counters: Object.entries(await counts()),
    tags: (await listTags()).map(({ key, count }) => [key, count]),
  };
}

/** Sights some papers, `arxiv:0` and on. */
export async function sightMany(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, (_, at) => `arxiv:${at}`);
  await sightOn('2026-03-27', 1000, ...ids.map((id) => paper(id)));
  return ids;
}

/** Fills the store with a made-up reading list, prepared as one that was saved paper by paper. */
export async function fillReadingList(count: number): Promise<void> {
  for await (const batch of generateLibrary({ seed: 2, count }))
    await putBatch(await connection(), batch);
  await rebuildSearch();
  await rebuildMonths();
}
