/** Whether a text may hold LaTeX or HTML, so that looking closer is worth loading what reads it. Linear in its length. */
export function needsTex(text: string): boolean {
  return /[$\\~{^`]|&\S|--|<\/|[α-ω]_/i.test(text);
}

/** Whether a text may hold formulas. Linear in its length. */
export function needsMath(text: string): boolean {
  return /\$|\\(?:[([]|begin)/.test(text);
}
