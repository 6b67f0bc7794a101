import { joinImported } from '../../imports/plan/join';
import { readSources } from '../../imports/read';
import type { Found, ImportedPaper, ImportSource } from '../../imports/types';

/** A file of a name with a content. */
export function fileOf(name: string, content: string | Uint8Array): ImportSource {
  return { name, blob: new Blob([content as BlobPart]) };
}

/** Everything that is found in some files. */
export async function foundIn(...sources: readonly ImportSource[]): Promise<Found[]> {
  const found: Found[] = [];
  for await (const one of readSources(sources)) found.push(one);
  return found;
}

/** What is found, by kind. */
export function ofKind<Kind extends Found['kind']>(
  found: readonly Found[],
  kind: Kind,
): Extract<Found, { kind: Kind }>[] {
  return found.filter((one): one is Extract<Found, { kind: Kind }> => one.kind === kind);
}

/** The papers in some files, each once. */
export async function papersIn(...sources: readonly ImportSource[]): Promise<ImportedPaper[]> {
  return joinImported(ofKind(await foundIn(...sources), 'paper'));
}
