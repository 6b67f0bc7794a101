/** Whether a text may hold LaTeX or HTML, so that looking closer is worth loading what reads it. Linear in its length. */
export function needsTex(text: string): boolean {
  return /[$\\~{]|`[^`\n]{0,80}'|``|--|[\p{L}\p{N})]\^|[α-ωΑ-Ω]_|<\/[a-z]|&#?\w{1,10};/iu.test(
    text,
  );
}

/** Whether a text may hold formulas. Linear in its length. */
export function needsMath(text: string): boolean {
  return /\$|\\(?:[([]|begin\{|ce\{)/.test(text);
}
