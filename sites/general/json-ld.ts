/** One thing of a page's JSON-LD: its fields are whatever the page says. */
export type Thing = Readonly<Record<string, unknown>>;

/** The most that is parsed of a page, in characters: a page of 5 MB of it is read by its other tags. */
const mostText = 1_000_000;
const mostScripts = 30;
const mostThings = 2000;
const deepest = 6;
/** Fields in which a page's main thing lies inside of another. */
const inside = ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'item', 'about'];

/**
 * Reads a page's JSON-LD (https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents). A script that is too
 * long, or no JSON, is passed over.
 */
export function thingsIn(document: Document): Thing[] {
  const found: Thing[] = [];
  let left = mostText;
  const scripts = document.querySelectorAll('script[type="application/ld+json"]');
  for (const script of [...scripts].slice(0, mostScripts)) {
    const text = script.textContent ?? '';
    if (text.length > left) continue;
    left -= text.length;
    collect(parsed(text), found, 0);
  }
  return found;
}

/** The types of a thing, without the vocabulary's address. */
export function typesOf(thing: Thing): string[] {
  return listOf(thing['@type']).flatMap((type) =>
    typeof type === 'string' ? type.replace(/^.*[/:#]/, '') : [],
  );
}

/** Whatever a field has, one or several, as a list. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.slice(0, mostThings) : [value];
}

/** A text, or that of a thing that has one. */
export function textIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (!isThing(value)) return undefined;
  const inner = value['@value'] ?? value.name ?? value.value;
  return typeof inner === 'string' ? inner : undefined;
}

/** Tells whether a value is an object with fields. */
export function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\s*(?:\/\/)?\s*<!\[CDATA\[|(?:\/\/)?\s*\]\]>\s*;?\s*$/g, ''));
  } catch {
    return undefined;
  }
}

function collect(value: unknown, found: Thing[], depth: number): void {
  if (depth > deepest || found.length >= mostThings) return;
  if (Array.isArray(value)) {
    for (const one of value.slice(0, mostThings)) collect(one, found, depth + 1);
  } else if (isThing(value)) {
    if (value['@type'] !== undefined) found.push(value);
    for (const name of inside) collect(value[name], found, depth + 1);
  }
}
