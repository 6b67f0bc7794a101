import { strToU8, Zip, ZipPassThrough } from 'fflate';
import { joined } from '../../lib/joined';
import type { ExportFormat } from '../format';
import { noteName, vaultNote } from './vault-note';

/** An Obsidian vault as a zip: one note a paper. Nothing is compressed, which would take most of the time and is undone at once. */
export const vault: ExportFormat = {
  id: 'vault',
  extension: 'zip',
  mediaType: 'application/zip',
  carries: ['notes', 'tags', 'status', 'abstract', 'rest'],
  async *write(papers, { now }) {
    const written: Uint8Array[] = [];
    let failure: Error | undefined;
    const zip = new Zip((error, piece) => {
      if (error) failure = error;
      else written.push(piece);
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
      // One piece for a page: a file of many small ones takes the browser several times as long.
      yield joined(written.splice(0));
    }
    zip.end();
    if (failure) throw failure;
    const end = written.pop();
    yield joined(written.splice(0));
    if (end) yield withCount(new Uint8Array(end), taken.size);
  },
};

/** How many files the end of a zip can count, and how long that end is. */
const [mostCounted, endLength] = [0xffff, 22];

/**
 * The end of a zip with as many files as it has: of more than its two bytes can count an end of zip64 tells, which stands
 * before it (APPNOTE, 4.3.14 to 4.3.16).
 * @param last The central directory with what ends it.
 */
function withCount(last: Uint8Array<ArrayBuffer>, files: number): Uint8Array<ArrayBuffer> {
  if (files < mostCounted) return last;
  const at = last.length - endLength;
  const end = new DataView(last.buffer, last.byteOffset + at);
  const [size, start] = [end.getUint32(12, true), end.getUint32(16, true)];
  const added = new DataView(new ArrayBuffer(56 + 20));
  const long = (offset: number, value: number) => added.setBigUint64(offset, BigInt(value), true);
  added.setUint32(0, 0x06064b50, true);
  long(4, 44);
  added.setUint16(12, 45, true);
  added.setUint16(14, 45, true);
  for (const offset of [24, 32]) long(offset, files);
  long(40, size);
  long(48, start);
  added.setUint32(56, 0x07064b50, true);
  long(64, start + size);
  added.setUint32(72, 1, true);
  for (const offset of [8, 10]) end.setUint16(offset, mostCounted, true);
  const whole = new Uint8Array(last.length + added.byteLength);
  whole.set(last.subarray(0, at));
  whole.set(new Uint8Array(added.buffer), at);
  whole.set(last.subarray(at), at + added.byteLength);
  return whole;
}

/** A zip counts years from 1980, in seven bits (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.4.6). */
const firstZipTime = Date.UTC(1980, 0, 2);
const lastZipTime = Date.UTC(2099, 11, 30);
