/** How long a browser may take to read a file that it was given, in ms. */
const patience = 60_000;

/** Gives the reader a JSON file to keep. */
export function downloadJson(content: string, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), patience);
}
