import { entityAt } from './entities';

const references: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as HTML that reads as it. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => references[character] ?? '');
}

/** Words of a note as HTML: references to characters that can be seen are those characters. */
export function wordsHtml(text: string): string {
  return text.replace(/&(?:#?\w{1,10};)?|[<>"']/g, (found) =>
    escaped(entityAt(found, 0)?.text ?? found),
  );
}
