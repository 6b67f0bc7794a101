import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { type ESTree, type ParseResult, parseSync, Visitor, type VisitorObject } from 'vite';

/** Where the repository is. */
export const root = resolve(import.meta.dirname, '../..');

/** Layers from the top down; a file imports from its own layer or from one further down. */
const layers = [
  ['entrypoints'],
  ['pages', 'content', 'background'],
  ['components'],
  ['wording', 'sites', 'store', 'exports', 'imports', 'sync'],
  ['lib'],
  ['papers'],
];
/** The folders of what ships. */
export const folders = layers.flat();

/** The paths of all that ships. */
export const sources = folders.flatMap((folder) => filesBelow(join(root, folder)));

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesBelow(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}

/** One file of what ships. */
export interface Source {
  /** From the repository's root. */
  readonly path: string;
  readonly text: string;
  readonly program: ParseResult['program'];
  readonly comments: ParseResult['comments'];
}

/** All that ships, parsed. */
export const parsed = sources.map((path): Source => {
  const text = readFileSync(path, 'utf8');
  const { program, comments, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be read: ${errors[0]?.message}`);
  return { path: relative(root, path), text, program, comments };
});

/** How the addresses of sites name papers is part of the model, though it is in the sites' folders. */
const siteLinks = /^sites\/(?:[^/]+\/)?links(?:\.ts)?$/;

/** How far down the layer of a path is; -1 of one outside them. */
export function layerOf(path: string): number {
  const folder = siteLinks.test(path) ? 'papers' : (path.split('/')[0] ?? '');
  return layers.findIndex((layer) => layer.includes(folder));
}

type Complain = (node: ESTree.Span, says: string) => void;

/** The sentences that the visitors made for each source have to say of it. */
export function complaints(
  visitorOf: (source: Source, complain: Complain) => VisitorObject,
): string[] {
  const found: string[] = [];
  for (const source of parsed) {
    const complain: Complain = ({ start }, says) => {
      const line = source.text.slice(0, start).split('\n').length;
      found.push(`${source.path}:${line} ${says}`);
    };
    new Visitor(visitorOf(source, complain)).visit(source.program);
  }
  return found;
}
