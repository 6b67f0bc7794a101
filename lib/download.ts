/** How long a browser may take to read a file that it was given, in ms. */
const patience = 60_000;

/**
 * Gives the reader a file to keep.
 * @param type Its media type.
 */
export function downloadFile(content: string | Blob, name: string, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), patience);
}
