/** Whether a text may hold LaTeX or HTML, so that looking closer is worth loading what reads it. Linear in its length. */
export function needsTex(text: string): boolean {
  return /[$\\~{]|``|--|<\/[a-z]|&#?\w{1,10};/.test(text);
}

/** Whether a text may hold formulas. Linear in its length. */
export function needsMath(text: string): boolean {
  return /\$|\\[([]/.test(text);
}
