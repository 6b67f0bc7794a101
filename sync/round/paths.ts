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

/** The name of a segment. */
export function segmentName(seq: number, random: string): string {
  return `s${seq}-${random}`;
}

/** Which segment has this name. */
export function seqOf(name: string): number {
  return Number(/^s(\d+)-/.exec(name)?.[1] ?? Number.NaN);
}

/** The name of a snapshot's part: after which segment, and which part. */
export function snapshotName(seq: number, part: number, random: string): string {
  return `n${seq}-${part}-${random}`;
}

/** The name of a pack of cards. */
export function packName(random: string): string {
  return `c-${random}`;
}
