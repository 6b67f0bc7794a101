import { strToU8, Zip, ZipPassThrough } from 'fflate';
import type { ExportFormat } from '../format';
import { noteName, vaultNote } from './vault-note';

/** An Obsidian vault as a zip: one note a paper. Nothing is compressed, which would take most of the time and is undone at once. */
export const vault: ExportFormat = {
  id: 'vault',
  extension: 'zip',
  mediaType: 'application/zip',
  carries: ['notes', 'tags', 'status', 'abstract', 'rest'],
  async *write(papers, { now }) {
    const written: Uint8Array<ArrayBuffer>[] = [];
    let failure: Error | undefined;
    const zip = new Zip((error, piece) => {
      if (error) failure = error;
      else written.push(new Uint8Array(piece));
    });
    const taken = new Set<string>();
    const mtime = Math.min(Math.max(now, firstZipTime), lastZipTime);
    for await (const page of papers) {
      for (const paper of page) {
        const file = new ZipPassThrough(`Papers/${noteName(paper, taken)}.md`);
        file.mtime = mtime;
        zip.add(file);
        file.push(strToU8(vaultNote(paper)), true);
      }
      if (failure) throw failure;
      yield* written.splice(0);
    }
    zip.end();
    if (failure) throw failure;
    yield* written.splice(0);
  },
};

/** A zip counts years from 1980, in seven bits (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.4.6). */
const firstZipTime = Date.UTC(1980, 0, 2);
const lastZipTime = Date.UTC(2099, 11, 30);
