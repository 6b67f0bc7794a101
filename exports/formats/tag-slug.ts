import { line } from '../outgoing';

/**
 * A tag as Obsidian takes it: letters, digits, `_`, `-` and `/`, and one character that is no digit
 * (https://help.obsidian.md/tags#Tag+format).
 */
export function tagSlug(tag: string): string {
  const slug = line(tag)
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}_/-]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  if (!slug) return 'tag';
  return /^\d+$/.test(slug) ? `_${slug}` : slug;
}
