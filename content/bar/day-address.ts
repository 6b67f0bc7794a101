/** The page of a day's list. */
export function dayAddress(day: string): string {
  return `https://huggingface.co/papers/date/${day}`;
}
