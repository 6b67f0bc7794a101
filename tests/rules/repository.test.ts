import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import messages from '../../public/_locales/en/messages.json';

const root = resolve(import.meta.dirname, '../..');

/** Layers from the top down; a file imports from its own layer or from one further down. */
const layers = [
  ['entrypoints'],
  ['components', 'sites', 'store', 'exports', 'imports', 'sync'],
  ['lib'],
  ['papers'],
];
const folders = layers.flat();

const sources = folders.flatMap((folder) => filesBelow(join(root, folder)));

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesBelow(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}

function parse(path: string): ts.SourceFile {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true, kind);
}

function visit(node: ts.Node, each: (node: ts.Node) => void): void {
  each(node);
  node.forEachChild((child) => visit(child, each));
}

function layerOf(path: string): number {
  const folder = relative(root, path).split('/')[0] ?? '';
  return layers.findIndex((layer) => layer.includes(folder));
}

function sentence(node: ts.Node, says: string): string {
  const file = node.getSourceFile();
  const { line } = file.getLineAndCharacterOfPosition(node.getStart());
  return `${relative(root, file.fileName)}:${line + 1} ${says}`;
}

function complaints(check: (node: ts.Node) => string | undefined): string[] {
  const found: string[] = [];
  for (const path of sources)
    visit(parse(path), (node) => {
      const says = check(node);
      if (says) found.push(sentence(node, says));
    });
  return found;
}

describe('the repository', () => {
  it('is read by these rules at all', () => {
    expect(sources.length).toBeGreaterThan(40);
  });

  it('imports downwards only: entrypoints → components, sites, store, exports, imports, sync → lib → papers', () => {
    const wrong = complaints((node) => {
      if (!ts.isImportDeclaration(node) || !ts.isStringLiteral(node.moduleSpecifier)) return;
      const target = node.moduleSpecifier.text;
      if (!target.startsWith('.')) return;
      const path = node.getSourceFile().fileName;
      const from = layerOf(path);
      const to = layerOf(resolve(dirname(path), target));
      if (to !== -1 && to < from) return `imports upwards, from ${target}`;
      return undefined;
    });
    expect(wrong).toEqual([]);
  });

  it('touches IndexedDB in store/ only', () => {
    const wrong = complaints((node) => {
      const path = relative(root, node.getSourceFile().fileName);
      if (path.startsWith('store/')) return;
      if (ts.isImportDeclaration(node) && node.moduleSpecifier.getText() === "'idb'")
        return 'imports idb';
      return ts.isIdentifier(node) && node.text === 'indexedDB' ? 'names indexedDB' : undefined;
    });
    expect(wrong).toEqual([]);
  });

  it('keeps components free of storage and messages', () => {
    const wrong = complaints((node) => {
      const path = relative(root, node.getSourceFile().fileName);
      if (!path.startsWith('components/') || !ts.isImportDeclaration(node)) return;
      if (node.importClause?.isTypeOnly) return;
      const target = node.moduleSpecifier.getText();
      return /\/(store|lib\/(messages|browser|options|changes))/.test(target)
        ? `imports ${target}`
        : undefined;
    });
    expect(wrong).toEqual([]);
  });

  it('takes every word that a reader sees from _locales', () => {
    const named = ['aria-label', 'title', 'placeholder', 'alt', 'aria-description'];
    const wrong = complaints((node) => {
      if (ts.isJsxText(node) && /\p{L}/u.test(node.text)) return `says “${node.text.trim()}”`;
      if (!ts.isJsxAttribute(node) || !named.includes(node.name.getText())) return;
      if (!/^[a-z]/.test(node.parent.parent.tagName.getText())) return;
      const value = node.initializer;
      return value && ts.isStringLiteral(value) && /\p{L}/u.test(value.text)
        ? `names itself “${value.text}”`
        : undefined;
    });
    expect(wrong).toEqual([]);
  });

  it('has no message in the catalogue that nothing says', () => {
    const text = [...sources, join(root, 'wxt.config.ts')]
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');
    const unused = Object.keys(messages).filter((key) => {
      const name = key.replace(/_(zero|one|two|few|many|other)$/, '');
      return !new RegExp(`(?<![a-zA-Z])${name}(?![a-zA-Z])`).test(text);
    });
    expect(unused).toEqual([]);
  });

  it('has no `any`', () => {
    expect(
      complaints((node) => (node.kind === ts.SyntaxKind.AnyKeyword ? 'says any' : undefined)),
    ).toEqual([]);
  });

  it('explains every exported function in a docstring', () => {
    const wrong = complaints((node) => {
      if (!ts.isFunctionDeclaration(node) || !node.name) return;
      const exported = node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
      const isComponent = node.getSourceFile().fileName.endsWith('.tsx');
      const documented = ts.getJSDocCommentsAndTags(node).length > 0;
      return exported && !documented && !isComponent
        ? `exports ${node.name.text} without a docstring`
        : undefined;
    });
    expect(wrong).toEqual([]);
  });

  it('names every colour in assets/tokens.css only', () => {
    const styles = [...folders, 'assets']
      .flatMap((folder) => cssBelow(join(root, folder)))
      .filter((path) => !path.endsWith('assets/tokens.css'));
    const wrong = styles.filter((path) =>
      /#[0-9a-f]{3,8}\b|\b(rgb|hsl)a?\(/i.test(readFileSync(path, 'utf8')),
    );
    expect(wrong.map((path) => relative(root, path))).toEqual([]);
  });
});

function cssBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .map((name) => join(folder, name));
}
