/** Whether a text may hold LaTeX, so that looking closer is worth loading what reads it. Linear in its length. */
export function needsTex(text: string): boolean {
  return /[$\\~]|``|--/.test(text);
}

/** Whether a text may hold formulas. Linear in its length. */
export function needsMath(text: string): boolean {
  return /\$|\\[([]/.test(text);
}
