/** How much an import takes at most: more is refused in a sentence and not begun. */
export const most = {
  /** Bytes of one file, packed or not. */
  file: 200_000_000,
  /** Bytes that come out of an archive. */
  unpacked: 200_000_000,
  /** Files of an archive that are read. */
  files: 200_000,
} as const;
