import { later, type Register } from '../../papers/words/stamp';
import type { Words } from '../../papers/words/words';
import type { PaperWords } from '../local';
import { groupsOf, isPurged, isSameWord, mergePaper } from '../rebase';
import type { Document } from './document';
import {
  packed,
  packGone,
  packNote,
  packOpenings,
  packStanding,
  packTag,
  type Shapes,
  unpacked,
  unpackGone,
  unpackNote,
  unpackOpenings,
  unpackStanding,
  unpackTag,
} from './values';

/** The names that a paper's words have in the keys; a tag's is `t` and its key, a paper's that it is not `x` and its id. */
const letters = {
  standing: 's',
  starred: 'r',
  queue: 'q',
  openings: 'o',
  note: 'n',
  gone: 'g',
  version: 'v',
  lead: 'l',
} as const;

/**
 * What a document says of a paper. Of a word that devices wrote apart all that they wrote is merged, as the model does:
 * of two notes both stand.
 */
export function readPaper(document: Document, id: string): PaperWords {
  let all: PaperWords = { words: {} };
  for (const group of document.groups(id))
    for (const { value } of document.read(id, group)) {
      const said = wordIn(group, value);
      if (said) all = mergePaper(all, said);
    }
  return all;
}

/** How many of a paper's words were written apart, and by nobody together since. */
export function apartIn(document: Document, id: string): readonly string[] {
  return document.groups(id).filter((group) => document.read(id, group).length > 1);
}

/**
 * Writes what is said of a paper where the document says otherwise. What is not said is left alone, but for a paper that
 * was purged: what others said of it is in `said` by then, unless the purge took it.
 * @param isRestated Whether it is written also where others have written the same.
 */
export function writePaper(
  document: Document,
  id: string,
  said: PaperWords,
  isRestated: boolean,
): void {
  const known = readPaper(document, id);
  const gone = later(known.gone, said.gone);
  const own = groupsOf({ words: said.words, ...(said.gone && gone ? { gone } : {}) });
  const there = groupsOf(known);
  for (const [name, value] of own)
    if (!isSameWord(there.get(name), value) || (isRestated && !document.has(id, letterOf(name))))
      document.set(id, letterOf(name), packWord(name, value, document.shapes));
  if (!said.gone) return;
  const kept = new Set([...own.keys()].map(letterOf));
  const ours = new Set([...there.keys()].map(letterOf));
  for (const group of document.groups(id))
    if (!kept.has(group) && (ours.has(group) || isPurged(said))) document.remove(id, group);
}

function letterOf(name: string): string {
  if (name.startsWith('other:')) return `x${name.slice(6)}`;
  return name.startsWith('tag:') ? `t${name.slice(4)}` : letters[name as keyof typeof letters];
}

function packWord(name: string, word: unknown, shapes: Shapes): unknown {
  const same = (value: unknown) => value;
  if (name === 'note') return packNote(word as NonNullable<Words['note']>);
  if (name === 'gone') return packed(word as NonNullable<PaperWords['gone']>, packGone);
  if (name === 'standing') {
    const standing = word as NonNullable<Words['standing']>;
    return packed(standing, () => packStanding(standing, shapes));
  }
  if (name === 'openings') return packed(word as NonNullable<Words['openings']>, packOpenings);
  if (name.startsWith('tag:'))
    return packed(word as NonNullable<Words['tags']>[string], (tag) =>
      packTag(tag, name.slice(4), shapes),
    );
  return packed(word as Register<unknown>, same);
}

/** One word as it lies in a key; `undefined` of one that this version does not know. */
function wordIn(group: string, value: unknown): PaperWords | undefined {
  const gone = group === letters.gone ? unpacked(value, unpackGone) : undefined;
  if (gone) return { words: {}, gone };
  const [name, word] = namedWord(group, value);
  return word === undefined ? undefined : { words: { [name]: word } };
}

function namedWord(group: string, value: unknown): readonly [string, unknown] {
  if (group === letters.standing) return ['standing', unpacked(value, unpackStanding)];
  if (group === letters.starred) return ['starred', unpacked(value, flagOf)];
  if (group === letters.queue) return ['queue', unpacked(value, placeOf)];
  if (group === letters.openings) return ['openings', unpacked(value, unpackOpenings)];
  if (group === letters.note) return ['note', unpackNote(value)];
  if (group === letters.version) return ['version', unpacked(value, placeOf)];
  if (group === letters.lead) return ['lead', unpacked(value, leadOf)];
  if (group[0] === 'x') {
    const word = unpacked(value, flagOf);
    return ['distinct', word && Object.fromEntries([[group.slice(1), word]])];
  }
  const key = group.slice(1);
  const tag = group[0] === 't' ? unpacked(value, (one) => unpackTag(one, key)) : undefined;
  return ['tags', tag && Object.fromEntries([[key, tag]])];
}

function flagOf(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

function leadOf(value: unknown): string | null | undefined {
  return value === null || typeof value === 'string' ? value : undefined;
}

function placeOf(value: unknown): number | null | undefined {
  return value === null || (typeof value === 'number' && Number.isFinite(value))
    ? value
    : undefined;
}
