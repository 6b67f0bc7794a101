const entities: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' },
};

/** Takes a text of XML or HTML; gives it with its entities, those by number and the five that XML has, as signs. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,8}));/gi, (whole, ten, hex, name) => {
    if (name !== undefined) return entities[name] ?? whole;
    const code = ten === undefined ? Number.parseInt(hex, 16) : Number(ten);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function plain(xml: string): string {
  return decodeEntities(xml.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1'));
}

/** Takes a part of a feed and a tag; gives what is within the first such element as text, `undefined` where there is none. */
export function within(xml: string, tag: string): string | undefined {
  const found = new RegExp(`<${tag}(?:\\s[^>]*)?>([\\s\\S]{0,200000}?)</${tag}>`).exec(xml);
  return found?.[1] === undefined ? undefined : plain(found[1]);
}

/** Takes a part of a feed and a tag; gives the text within each such element, as many as are asked for. */
export function eachWithin(xml: string, tag: string, most: number): string[] {
  const found: string[] = [];
  for (const [, inner = ''] of xml.matchAll(
    new RegExp(`<${tag}(?:\\s[^>]*)?>([\\s\\S]{0,2000}?)</${tag}>`, 'g'),
  )) {
    if (found.length >= most) break;
    found.push(plain(inner));
  }
  return found;
}

/** Takes an entry; gives the terms of its categories, the first one first. */
export function termsIn(entry: string): string[] | undefined {
  const terms = [...entry.matchAll(/<category\s[^>]*term=["']([^"']{2,20})["']/g)];
  return terms.length ? terms.flatMap(([, term]) => term ?? []) : undefined;
}

/**
 * Takes a feed (Atom, as arXiv's programs write it); gives what stands before its entries, and these. By hand: a worker
 * has no parser, and a library for a dozen tags of two writers is half as large as the worker.
 * @returns `undefined` where it is none, or was cut off: a page of a proxy, an answer that broke.
 */
export function feedParts(
  xml: string,
): { readonly head: string; readonly entries: readonly string[] } | undefined {
  if (!/<feed[\s>]/.test(xml) || !/<\/feed>\s*$/.test(xml)) return undefined;
  const [head = '', ...entries] = xml.split(/<entry(?:\s[^>]*)?>/);
  return { head, entries };
}
