import { decodeEntities } from '../arxiv/atom';

/** What catalogues write in titles and abstracts: HTML, JATS (https://jats.nlm.nih.gov) and MathML, each with its prefix. */
const tags =
  /<\/?(?:(?:jats|mml|xhtml):[\w-]+|i|b|u|em|strong|sub|sup|sc|scp|tt|p|br|span|div|inf|roman|italic|bold|title|sec|list|list-item|ext-link|xref|inline-formula|disp-formula|alternatives|math|m[a-z]{1,10}|font|small|ol|ul|li)(?:\s[^<>]{0,500})?\/?>/gi;
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
  return bare(bare(text.slice(0, most)));
}

function bare(text: string): string {
  const hasMath = /<(?:mml:)?math\b/i.test(text);
  const single = hasMath ? text.replace(twice, '') : text;
  const lines = single.replace(heading, '').replace(breaks, '\n').replace(tags, '');
  return decodeEntities(lines)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
}
