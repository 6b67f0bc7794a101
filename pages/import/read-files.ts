import type { ImportSource } from '../../imports/types';
import { type Gathered, Gathering } from './gathered';

/** How often it is told how far reading is, in ms: several times a second. */
const telling = 120;

/**
 * Reads everything in some files; the parsers are loaded for it.
 * @param onEntries Told how many entries were read so far, and in which file.
 * @returns `undefined` when it was stopped.
 */
export async function readFiles(
  sources: readonly ImportSource[],
  onEntries: (entries: number, file: string) => void,
  signal: AbortSignal,
): Promise<Gathered | undefined> {
  const [{ readSources }, { joinImported }] = await Promise.all([
    import('../../imports/read'),
    import('../../imports/plan/join'),
  ]);
  const gathering = new Gathering();
  let toldAt = performance.now();
  for await (const found of readSources(sources, { signal })) {
    gathering.add(found);
    if (performance.now() - toldAt < telling) continue;
    toldAt = performance.now();
    onEntries(gathering.entries, fileOf(found));
  }
  if (signal.aborted) return undefined;
  const papers = await joinImported(gathering.papers);
  return signal.aborted ? undefined : gathering.result(papers);
}

type Found = Parameters<Gathering['add']>[0];

function fileOf(found: Found): string {
  return found.kind === 'paper' ? (found.places[0]?.file ?? '') : found.file;
}
