import { frontMatterOf } from '../../imports/parts/front-matter';
import { textOf, textsOf } from '../../imports/parts/objects';
import { tagSlug } from '../formats/tag-slug';
import { type OwnWords, ownProperties, vaultMarker, vaultNote } from '../formats/vault-note';
import type { OutgoingPaper } from '../outgoing';

/** The line under which everything is the reader's own. */
const markerLine = new RegExp(`^${vaultMarker}[ \\t]*(?:\\r?\\n|$)`, 'm');

/**
 * The id of the paper that a note is of, by its properties; `undefined` of any other file. Where they cannot be read as a
 * whole, the line with the id still tells.
 */
export function paperIdIn(text: string): string | undefined {
  const matter = frontMatterOf(text);
  if (!matter) return undefined;
  if ('broken' in matter) return /^id:[ \t]*"([^"\r\n]+)"[ \t]*$/m.exec(text)?.[1];
  return textOf(matter.properties, 'id');
}

/**
 * A note brought up to date: what stands above our marker is written anew, what stands below it stays, and so do properties,
 * tags and aliases that the reader has added.
 * @param text As it is now.
 * @returns `undefined` where the marker is gone, or the properties cannot be read: then nobody can tell what is whose.
 */
export function updatedNote(text: string, paper: OutgoingPaper): string | undefined {
  const marker = markerLine.exec(text);
  const matter = frontMatterOf(text);
  if (!marker || !matter || 'broken' in matter) return undefined;
  const { properties } = matter;
  const written = new Set(textsOf(properties, 'tag-names').map(tagSlug));
  const head = vaultNote(paper, {
    tags: textsOf(properties, 'tags').filter((tag) => !written.has(tag)),
    aliases: textsOf(properties, 'aliases').filter((one) => one !== textOf(properties, 'title')),
    ...propertiesOfReader(text),
  });
  // What the reader has written in a way that cannot be taken over line by line is left alone.
  if (!isReadable(head)) return undefined;
  return head + text.slice(marker.index + marker[0].length);
}

/** The properties that are not Offprint's, as they stand. */
function propertiesOfReader(text: string): Pick<OwnWords, 'lines' | 'names'> {
  const [, ...lines] = text.split(/\r?\n/);
  const end = lines.findIndex((line) => /^(?:---|\.\.\.)[ \t]*$/.test(line));
  const kept: string[] = [];
  const names = new Set<string>();
  let isOwn = false;
  for (const line of lines.slice(0, end)) {
    const isComment = line.startsWith('#');
    const name = isComment ? undefined : nameIn(line);
    if (name !== undefined) isOwn = ownProperties.has(name);
    if (name !== undefined && !isOwn) names.add(name);
    if (isComment || (!isOwn && (line.trim() !== '' || kept.length > 0))) kept.push(line);
  }
  return { lines: kept, names };
}

/** The name of the property that begins in a line; its value may go on in further ones, which are indented or items. */
function nameIn(line: string): string | undefined {
  const found = /^(?:"([^"]+)"|'([^']+)'|([^\s#"'-][^:]*?)):(?:\s|$)/.exec(line);
  return found?.slice(1).find((name) => name !== undefined);
}

function isReadable(text: string): boolean {
  const matter = frontMatterOf(text);
  return matter !== undefined && !('broken' in matter);
}
