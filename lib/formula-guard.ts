/**
 * What a spreadsheet would take for a formula gets one apostrophe before it, as does what has apostrophes there
 * already, so that a reader can take exactly one off again (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export const formulaGuard = /^'*[=+\-@\t\r]/;

/** Takes off the apostrophe that keeps a spreadsheet from reckoning with a cell. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && formulaGuard.test(cell) ? cell.slice(1) : cell;
}
