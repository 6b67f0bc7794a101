import { limits } from '../papers/limits';

/** Takes any value; gives its text cut to `max`, white space kept, or `undefined` when there is none. */
export function clip(value: unknown, max: number): string | undefined {
  return typeof value === 'string' && value.trim() ? value.slice(0, max) : undefined;
}

/** Takes any value; gives its text on one line and cut to `max`, or `undefined` when there is none. */
export function tidy(value: unknown, max: number): string | undefined {
  if (typeof value !== 'string') return undefined;
  return value.replace(/\s+/g, ' ').trim().slice(0, max) || undefined;
}

/** Takes a node; gives all its text on one line and cut to `max`, or `undefined` when there is none. */
export function textOf(node: Node | null | undefined, max: number): string | undefined {
  return tidy(node?.textContent, max);
}

/** Takes an element; gives the text that stands directly in it, without its children's. */
export function ownText(element: Element): string {
  let text = '';
  for (const node of element.childNodes)
    if (node.nodeType === node.TEXT_NODE) text += node.nodeValue ?? '';
  return tidy(text, limits.abstract) ?? '';
}

/** Takes an address as a page writes it; gives it resolved, or `undefined` when it is none. */
export function resolve(value: string | null | undefined, base?: URL): URL | undefined {
  return value && URL.canParse(value, base) ? new URL(value, base) : undefined;
}

/** Takes any value; gives the http(s) address it holds, as spelled where it is absolute, else `undefined`. */
export function httpUrl(value: unknown, base?: URL): string | undefined {
  const text = clip(value, limits.address + 1)?.trim();
  if (!text || text.length > limits.address) return undefined;
  const url = resolve(text, base);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  return /^https?:\/\/\S+$/i.test(text) ? text : url.href;
}

/** Takes a number as pages show it ("84", "1.36k", "1,204", "-" for none); gives it, or `undefined`. */
export function countIn(text: string | undefined): number | undefined {
  if (text === '-') return 0;
  const [, digits, unit] = /^(\d[\d,]*(?:\.\d+)?)([km]?)$/i.exec(text ?? '') ?? [];
  if (!digits) return undefined;
  const factor = unit === '' ? 1 : unit?.toLowerCase() === 'k' ? 1e3 : 1e6;
  return Math.round(Number(digits.replaceAll(',', '')) * factor);
}

/**
 * Takes a date as pages show it ("May 29", "Oct 15, 2024"); gives its ISO day, or `undefined` when it is none.
 * Without a year it is the latest such day (UTC) not after `now`.
 */
export function dayIn(text: string | undefined, now: Date): string | undefined {
  const [, month, day, year] =
    /^([A-Z][a-z]{2})[a-z]*\.? (\d{1,2})(?:, (\d{4}))?$/.exec(text ?? '') ?? [];
  const at = 'JanFebMarAprMayJunJulAugSepOctNovDec'.indexOf(month ?? '?');
  if (at < 0 || at % 3) return undefined;
  const today = now.toISOString().slice(0, 10);
  const last = year ? Number(year) : now.getUTCFullYear();
  // Eight years hold a 29 February even across a century without one.
  for (let candidate = last; candidate > last - (year ? 1 : 9); candidate--) {
    const date = new Date(Date.UTC(candidate, at / 3, Number(day)));
    const iso = date.toISOString().slice(0, 10);
    if (date.getUTCDate() === Number(day) && (year || iso <= today)) return iso;
  }
  return undefined;
}

/** Takes an object with unknown fields; gives it without them, as `exactOptionalPropertyTypes` wants. */
export function present<T extends object>(fields: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
