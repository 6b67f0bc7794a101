/**
 * The one place where errors end up: written to the console with the name of the part. Nothing
 * leaves the machine.
 */
export function report(part: string, error: unknown): void {
  // biome-ignore lint/suspicious/noConsole: this is the reporter that every other file uses.
  console.error(`Offprint (${part}):`, error);
}
