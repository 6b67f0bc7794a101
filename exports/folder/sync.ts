import type { OutgoingPapers } from '../format';
import { noteName, vaultNote } from '../formats/vault-note';
import type { OutgoingPaper } from '../outgoing';
import { paperIdIn, updatedNote } from './note';

/** The notes in a folder and in those within it. There is nothing here that takes one away. */
export interface NoteFolder {
  /** Every Markdown file, as a path with `/`. */
  paths(): AsyncIterable<string>;
  /** @returns `undefined` where it is there no longer. */
  read(path: string): Promise<string | undefined>;
  /** Writes a whole file, which is there as it was or as it is to be, whenever it is interrupted. */
  write(path: string, text: string): Promise<void>;
}

/** What became of the folder. */
export interface Synced {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Paths of notes in which our marker is gone, so that they were left as they are. */
  readonly left: readonly string[];
}

/** What is told meanwhile, and what ends it. */
export interface SyncWatch {
  readonly onProgress?: (done: number) => void;
  /** Ends it between two papers. */
  readonly signal?: AbortSignal;
}

/**
 * Brings a folder of notes up to date: papers that have no note get one, those that have are written anew above our marker.
 * A note is found by its paper's id, whatever it is called and wherever it lies; of two with the same id the first by its path is
 * taken. Nothing is deleted, and a second time changes nothing.
 * @throws DOMException as the folder does; what was done before stays.
 */
export async function syncFolder(
  folder: NoteFolder,
  papers: OutgoingPapers,
  { onProgress, signal }: SyncWatch = {},
): Promise<Synced> {
  const { notes, taken } = await indexOf(folder, signal);
  let [added, updated, unchanged] = [0, 0, 0];
  const left: string[] = [];
  for await (const page of papers) {
    for (const paper of page) {
      if (signal?.aborted) return { added, updated, unchanged, left };
      const path = pathOf(paper, notes);
      const text = path === undefined ? undefined : await folder.read(path);
      if (path === undefined || text === undefined) {
        await addNote(folder, paper, taken);
        added += 1;
      } else {
        const next = updatedNote(text, paper);
        if (next === undefined) left.push(path);
        else if (next === text) unchanged += 1;
        else {
          await folder.write(path, next);
          updated += 1;
        }
      }
      onProgress?.(added + updated + unchanged + left.length);
    }
  }
  return { added, updated, unchanged, left };
}

/** Where each paper's note is, by id, and the names that are in use. */
async function indexOf(folder: NoteFolder, signal?: AbortSignal) {
  const paths: string[] = [];
  for await (const path of folder.paths()) paths.push(path);
  const notes = new Map<string, string>();
  const taken = new Set<string>();
  for (const path of paths.sort()) {
    if (signal?.aborted) break;
    const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
    taken.add(name.normalize('NFC').toLowerCase());
    const id = paperIdIn((await folder.read(path)) ?? '');
    if (id !== undefined && !notes.has(id)) notes.set(id, path);
  }
  return { notes, taken };
}

function pathOf(
  { id, aliases = [] }: OutgoingPaper,
  notes: ReadonlyMap<string, string>,
): string | undefined {
  const known = [id, ...aliases].find((one) => notes.has(one));
  return known === undefined ? undefined : notes.get(known);
}

/** A file that has come there in the meantime keeps its name. */
async function addNote(
  folder: NoteFolder,
  paper: OutgoingPaper,
  taken: Set<string>,
): Promise<void> {
  let path = `${noteName(paper, taken)}.md`;
  while ((await folder.read(path)) !== undefined) path = `${noteName(paper, taken)}.md`;
  await folder.write(path, vaultNote(paper));
}
