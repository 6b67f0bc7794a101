/** How long a page that has no rows yet is not drawn, in ms: to draw it twice takes longer, and less than a tenth of a second is no wait. */
const patience = 50;

/** Resolves when a page is to be drawn first: with the rows it shows, or soon without them. */
export function firstDrawing(rows: Promise<unknown>): Promise<unknown> {
  return Promise.race([rows, new Promise((resolve) => setTimeout(resolve, patience))]);
}
