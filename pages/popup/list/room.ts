/** The height of what stands over the list, of a row whose title takes one line, and of a popup, in CSS pixels. */
const [overList, leastRow, popupHeight] = [126, 56, 560];

/** The height that the list has; a popup may not have its own yet. */
export function listHeight(): number {
  return Math.max(innerHeight, popupHeight) - overList;
}

/** How many rows are seen at most. */
export function rowsSeen(): number {
  return Math.ceil(listHeight() / leastRow);
}
