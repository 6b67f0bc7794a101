/** A part of a suggestion: plain, what was searched for, or of less weight. */
export interface Part {
  readonly text: string;
  readonly as?: 'match' | 'dim';
}

/**
 * What the address bar shows for a suggestion. Chrome takes XML and refuses all suggestions when it
 * is not well formed; Firefox shows the text as it is.
 * @param format See `suggestionFormat`.
 */
export function describe(parts: readonly Part[], format: 'xml' | 'plain'): string {
  return parts
    .map(({ text, as }) => {
      if (format === 'plain') return visible(text);
      const escaped = visible(text).replace(/[&<>"']/g, (found) => `&#${found.charCodeAt(0)};`);
      return as && escaped ? `<${as}>${escaped}</${as}>` : escaped;
    })
    .join('');
}

/** What the browser at hand takes. */
export const suggestionFormat = import.meta.env.FIREFOX ? 'plain' : 'xml';

/** Without what XML may not hold, and without what would turn the rest of the line around. */
function visible(text: string): string {
  return text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/[\p{Cs}\uFFFE\uFFFF\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '');
}
