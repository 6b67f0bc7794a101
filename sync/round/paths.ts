/*
 * Where things lie in the reader's folder: docs/sync-format.md. A name ends in random digits, so that none is used
 * twice, be it by a copy of the same profile.
 */

export const headFolder = 'h';

/** Where a device's heads lie, written in turns. */
export function headPath(device: string, count: number): string {
  return `${headFolder}/${device}-${count % 2}`;
}

/** The devices whose heads a folder lists. */
export function deviceOfHead(name: string): string | undefined {
  return /^([a-z0-9]{4,32})-[01]$/.exec(name)?.[1];
}

/** Where a device's other files lie. */
export function filePath(device: string, name: string): string {
  return `d/${device}/${name}`;
}

/** Which segments are in a file, both counted in. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** The name of a file of one segment, or of several that follow each other. */
export function segmentName({ first, last }: Range, random: string): string {
  return first === last ? `s${last}-${random}` : `s${first}-${last}-${random}`;
}

/** Which segments are in the file of this name; `undefined` where it is none of segments. */
export function rangeOf(name: string): Range | undefined {
  const [, first, last = first] = /^s(\d+)-(?:(\d+)-)?[0-9a-f]+$/.exec(name) ?? [];
  return first === undefined ? undefined : { first: Number(first), last: Number(last) };
}

/** The name of a snapshot's part: after which segment, and which part. */
export function snapshotName(seq: number, part: number, random: string): string {
  return `n${seq}-${part}-${random}`;
}

/** The name of a pack of cards. */
export function packName(random: string): string {
  return `c-${random}`;
}
