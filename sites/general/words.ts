import { realNames } from '../../imports/parts/names';
import { limits } from '../../papers/limits';
import { tidy } from '../text';

/** What templates, error pages and viewers have where a title belongs. */
const noTitle =
  /^(?:undefined|null|none|nan|n\/?a|untitled(?: document)?|no title|title|error|not found|404.*|pdf|full text|abstract|index|home|document|\[object object\]|.*(?:\$\{|\{\{|<%|%%).*)$/i;

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
};

/** Elements that people write into titles; anything else in angle brackets may be mathematics. */
const markup =
  /<\/?(?:i|b|em|strong|sub|sup|span|sc|scp|u|tt|font|p|br|jats:[a-z-]+|mml:[a-z-]+|inline-formula|italic|bold)(?:\s[^<>]{0,300})?\/?>/gi;

/**
 * A text of a page's metadata as people read it: without HTML that was put into it, its entities decoded, on one line,
 * no longer than a title may be. Longer ones are cut before they are looked at.
 */
export function plainWords(
  text: string | undefined,
  max: number = limits.title,
): string | undefined {
  if (!text) return undefined;
  const start = text.slice(0, max * 4);
  if (!/[<&]/.test(start)) return tidy(start, max);
  return tidy(decodeEntities(start.replace(markup, '')).replace(markup, ''), max);
}

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:([a-z]{2,6})|#(\d{1,7})|#x([\da-f]{1,6}));/gi,
    (whole, name, dec, hex) => {
      if (name) return entities[name.toLowerCase()] ?? whole;
      const code = Number.parseInt(dec ?? hex, dec ? 10 : 16);
      return code > 31 && code < 0x11_0000 ? String.fromCodePoint(code) : ' ';
    },
  );
}

/** What a site calls itself, and so neither a title nor anybody's name. */
export class SiteNames {
  readonly #keys: ReadonlySet<string>;

  /** @param names Of site, publisher and journal, as the page's metadata say, and its host. */
  constructor(names: Iterable<string | undefined>) {
    this.#keys = new Set([...names].flatMap((name) => (name ? keyOf(name) : [])));
  }

  /** Tells whether a text is nothing but the site's name. */
  has(text: string): boolean {
    return this.#keys.has(keyOf(text));
  }
}

function keyOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^www\.|[^\p{L}\p{N}]+/gu, '');
}

/** A title; `undefined` for a placeholder, a site's name, a mere number or address. */
export function titleIn(text: string | undefined, site: SiteNames): string | undefined {
  const title = plainWords(text);
  if (!title || noTitle.test(title) || site.has(title)) return undefined;
  if (/^https?:\/\//i.test(title) || !/\p{L}/u.test(title)) return undefined;
  return title;
}

/** What stands behind names: marks of footnotes. */
const behind = /[\s,;*†‡§¶\d]+$/u;

/**
 * Names of authors. Anonymous ones are nobody's, and neither are the site's, addresses and empty ones; each once.
 * @param texts As they stand there, one or several to a text.
 */
export function namesIn(texts: readonly string[], site: SiteNames): string[] {
  const names = texts
    .slice(0, limits.names)
    .flatMap((text) => (texts.length > 1 && isFamilyFirst(text) ? [text] : separated(text)));
  const plain = names.flatMap((name) => {
    const bare = plainWords(name, limits.name)?.replace(behind, '');
    return bare && isName(bare) && !site.has(bare) ? bare : [];
  });
  return [...new Set(realNames(plain))].slice(0, limits.names);
}

function isName(text: string): boolean {
  if (!/\p{L}/u.test(text) || /https?:|www\.|@|\$\{|\{\{/.test(text)) return false;
  return !/^(?:undefined|null|author|by|admin|(?:anonymous|paper\d*|submission\d*) (?:\p{L}+ )*authors?)$/iu.test(
    text,
  );
}

/** Of several texts one with a single comma is one person's, the family's name first. */
function isFamilyFirst(text: string): boolean {
  return /^[^,;]+,[^,;]+$/.test(text.slice(0, limits.name)) && !/\s+(?:and|&)\s+/.test(text);
}

/** What family names begin with. */
const particles = /^(?:van|von|de|der|den|du|des|di|da|dos|la|le|el|al|bin|ibn|ten|ter|zu|zur)\s/i;

/**
 * Several names in one text: between semicolons; between commas where each piece is a whole name ("Rodrigo Pinto, Leda
 * Castilho, and …"), so that "Family, Given" stays one.
 */
function separated(text: string): string[] {
  const start = text.slice(0, 20_000);
  if (start.includes(';')) return start.split(';');
  const pieces = start.split(/,\s*(?:and\s+)?|\s+and\s+/).map((piece) => piece.trim());
  if (pieces.length === 2 && particles.test(start)) return [start];
  const areNames = pieces.length > 1 && pieces.every((piece) => /^\S+(?:\s+\S+)+$/.test(piece));
  return areNames ? pieces : [start];
}
