import { decodeEntities } from '../arxiv/atom';

/** What catalogues write in titles and abstracts: HTML, JATS (https://jats.nlm.nih.gov) and MathML, each with its prefix. */
const tags =
  /<\/?(?:(?:jats|mml|xhtml):[\w-]+|i|b|u|em|strong|sub|sup|sc|scp|tt|p|br|span|div|inf|roman|italic|bold|title|sec|list|list-item|ext-link|xref|inline-formula|disp-formula|alternatives|math|m[a-z]{1,10}|font|small|ol|ul|li)(?:\s+[\w:-]{1,40}\s?=\s?(?:"[^"<>]{0,500}"|'[^'<>]{0,500}'))*\s*\/?>/gi;
const tag = new RegExp(tags.source, 'i');
const breaks = /<\/(?:jats:)?(?:p|title|sec|list-item|li|div)\s*>|<(?:jats:)?br\s*\/?>/gi;
/** The same formula once more, as TeX, and headings that say what the field is. */
const twice =
  /<(?:\w+:)?(tex-math|annotation)(?:\s[^<>]{0,500})?>[\s\S]{0,20000}?<\/(?:\w+:)?\1\s*>/gi;
const heading = /^\s*(?:<[^<>]{1,40}>\s*)*(?:abstract|summary)\s*(?=<\/(?:\w+:)?title\s*>)/i;

/** The longest text that is looked at, in characters. */
const most = 100_000;

/**
 * Takes a text with markup in it, escaped once or twice; gives it without, each paragraph on its line. What only looks
 * like a tag ("a<b and c>d") stays.
 * @returns '' where nothing is left.
 */
export function withoutMarkup(text: string): string {
  const written = text.slice(0, most);
  return bare(tag.test(written) ? written : decodeEntities(written));
}

function bare(text: string): string {
  const hasMath = /<(?:mml:)?math\b/i.test(text);
  const single = hasMath ? text.replace(twice, '') : text;
  const lines = single.replace(heading, '').replace(/\s+/g, ' ').replace(breaks, '\n');
  return decodeEntities(decodeEntities(lines.replace(tags, '')))
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
}
