import type { FrontMatter } from './front-matter';

/** A line that tells a property: `year:: 2017` of Logseq and Dataview, `Year: 2017` of Notion. */
const telling = /^\s*(?:[-*]\s+)?\**(\p{L}[\p{L}\p{N} _/-]{0,40}?)\**(::?)\**[ \t]+(\S.*)$/u;

/** How much of a note is looked at, in lines. */
const most = 60;

/**
 * Reads the properties that stand as lines at the top of a note, below its heading where it has one: as Logseq's pages
 * (https://docs.logseq.com/#/page/properties) and Dataview's notes have them with two colons, and Notion's export with one.
 * @returns `undefined` where there are none.
 */
export function inlinePropertiesOf(text: string): FrontMatter | undefined {
  const lines = text.split('\n', most).map((line) => line.trimEnd());
  let at = lines.findIndex(Boolean);
  const title = /^# (.+)$/.exec(lines[at] ?? '')?.[1];
  if (title !== undefined) at = lines.findIndex((line, place) => place > at && line !== '');
  const told = new Map<string, string>();
  let isDouble = false;
  for (; at >= 0 && at < lines.length; at += 1) {
    const [, name = '', colons, value = ''] = telling.exec(lines[at] ?? '') ?? [];
    if (!name || /^\/\//.test(value)) break;
    isDouble ||= colons === '::';
    told.set(name.toLowerCase().replaceAll(' ', '-'), value.trim());
  }
  // A line with one colon may be a sentence.
  if (told.size < 2 || (!isDouble && title === undefined)) return undefined;
  const properties = Object.fromEntries(
    [...told].map(([name, value]) => [
      name,
      /^(?:tags?|authors?)$/.test(name) ? listIn(value) : plain(value),
    ]),
  );
  return {
    properties: { ...(title === undefined ? {} : { title }), ...properties },
    body: text.split('\n').slice(at).join('\n'),
    bodyLine: at + 1,
  };
}

/** `[[Ashish Vaswani]], [[Noam Shazeer]]`, `#ml #nlp`, `ml, nlp`; `Doe, Jane` is one name. */
function listIn(value: string): string[] {
  const pages = [...value.matchAll(/\[\[([^\]]+)\]\]/g)].map(([, page = '']) => page);
  const rest = value.replace(/#?\[\[[^\]]+\]\]/g, '');
  const parts = rest
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter(Boolean);
  const tags = parts.flatMap((part) => (part.startsWith('#') ? part.split(/\s+/) : [part]));
  return [...pages, ...tags];
}

function plain(value: string): string {
  return value.replace(/^\[\[([^\]]+)\]\]$/, '$1').replace(/^<(.*)>$/, '$1');
}
