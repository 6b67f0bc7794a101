import { most } from '../../../imports/parts/limits';
import { mayHoldPapers } from '../../../imports/parts/wanted';
import type { ImportSource } from '../../../imports/types';
import type { Dropped } from './given';

/** Files that were chosen one by one, as sources: each is looked at, whatever it is called. */
export function sourcesOf(files: Iterable<File>): ImportSource[] {
  return [...files].map((file) => ({ name: file.name, blob: file }));
}

/** The files of a folder that was chosen, with the folders they lie in; of those alone that may hold papers. */
export function sourcesOfFolder(files: Iterable<File>): ImportSource[] {
  return [...files]
    .map((file) => ({ name: file.webkitRelativePath || file.name, blob: file }))
    .filter(({ name }) => mayHoldPapers(name))
    .slice(0, most.files);
}

/** A text that was pasted or dropped as one source; none where there is nothing in it. */
export function sourcesOfText(text: string): ImportSource[] {
  return text.trim() ? [{ name: '', blob: new Blob([text]) }] : [];
}

/** What was dropped, folders looked into. What cannot be read is left out. */
export async function sourcesOfDropped({ entries, files, text }: Dropped): Promise<ImportSource[]> {
  const sources: ImportSource[] = sourcesOf(files);
  for (const entry of entries) await addEntry(entry, sources, true);
  return sources.length || entries.length ? sources : sourcesOfText(text);
}

async function addEntry(entry: FileSystemEntry, into: ImportSource[], isGiven: boolean) {
  const name = entry.fullPath.replace(/^\//, '');
  if (into.length >= most.files) return;
  if (isFolder(entry)) {
    if (/^(?:\.|__MACOSX)/.test(entry.name)) return;
    for (const inner of await entriesIn(entry)) await addEntry(inner, into, false);
  } else if (isFile(entry) && (isGiven || mayHoldPapers(name))) {
    const file = await new Promise<File | undefined>((resolve) => {
      entry.file(resolve, () => resolve(undefined));
    });
    if (file) into.push({ name: isGiven ? file.name : name, blob: file });
  }
}

/** A browser hands out a hundred at a time, and nothing when there are no more. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) => {
      reader.readEntries(resolve, () => resolve([]));
    });
    if (!some.length) return all;
    all.push(...some);
  }
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}
