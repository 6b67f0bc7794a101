/** How high a row is, in CSS pixels, before it was measured: with a line of the abstract, and without. */
export const rowHeights = { plain: 60, found: 80 } as const;

/** What stands over and under the list, at least, in CSS pixels. */
const besideList = 100;

/** How many rows of the whole list are seen at most. */
export function rowsSeen(): number {
  return Math.ceil(Math.max(innerHeight - besideList, rowHeights.plain) / rowHeights.plain);
}
