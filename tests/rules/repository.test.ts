import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import messages from '../../public/_locales/en/messages.json';
import { complaints, folders, layerOf, parsed, root, sources } from '../support/sources';

describe('the repository', () => {
  it('is read by these rules at all', () => {
    expect(sources.length).toBeGreaterThan(40);
  });

  it('has no file of more than 250 lines outside the fixtures', () => {
    const exclude = ['node_modules', '.*', 'tests/fixtures'];
    const files = globSync('**/*.{ts,tsx,mts,mjs,css}', { cwd: root, exclude });
    expect(files.length).toBeGreaterThan(sources.length);
    const linesOf = (path: string) => readFileSync(join(root, path), 'utf8').split('\n').length - 1;
    expect(files.filter((path) => linesOf(path) > 250)).toEqual([]);
  });

  it('imports downwards only: entrypoints → pages → components, sites, store, exports, imports, sync → lib → papers', () => {
    const wrong = complaints(({ path }, complain) => ({
      ImportDeclaration({ source }) {
        if (!source.value.startsWith('.')) return;
        const to = layerOf(join(dirname(path), source.value));
        if (to !== -1 && to < layerOf(path))
          complain(source, `imports upwards, from ${source.value}`);
      },
    }));
    expect(wrong).toEqual([]);
  });

  it('keeps entrypoints, pages and their features from importing each other', () => {
    const rooms = [
      /^entrypoints\/([^/]+)\//,
      /^(?:pages|content)\/(?!shared\/|page\/|controls\/)([^/]+)\//,
    ];
    const roomOf = (path: string, pattern: RegExp) => pattern.exec(path)?.[1];
    const wrong = complaints(({ path }, complain) => ({
      ImportDeclaration({ source }) {
        if (!source.value.startsWith('.')) return;
        const to = join(dirname(path), source.value);
        for (const pattern of rooms) {
          const [here, there] = [roomOf(path, pattern), roomOf(to, pattern)];
          if (here && there && here !== there && path.split('/')[0] === to.split('/')[0])
            complain(source, `imports from another room, ${source.value}`);
        }
      },
    }));
    expect(wrong).toEqual([]);
  });

  it('has no circle of imports', () => {
    const known = new Set(parsed.map(({ path }) => path));
    const imports = new Map<string, string[]>(parsed.map(({ path }) => [path, []]));
    complaints(({ path }) => ({
      ImportDeclaration({ source, importKind }) {
        if (!source.value.startsWith('.') || importKind === 'type') return;
        const to = join(dirname(path), source.value);
        const file = [`${to}.ts`, `${to}.tsx`, `${to}/index.ts`].find((one) => known.has(one));
        if (file) imports.get(path)?.push(file);
      },
    }));
    const circles: string[] = [];
    const done = new Set<string>();
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path))
        circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      else if (!done.has(path)) {
        for (const next of imports.get(path) ?? []) visit(next, [...trail, path]);
        done.add(path);
      }
    };
    for (const path of imports.keys()) visit(path, []);
    expect(circles).toEqual([]);
  });

  it('touches IndexedDB in store/ only', () => {
    const wrong = complaints(({ path }, complain) => {
      if (path.startsWith('store/')) return {};
      return {
        ImportDeclaration({ source }) {
          if (source.value === 'idb') complain(source, 'imports idb');
        },
        Identifier(node) {
          if (node.name === 'indexedDB') complain(node, 'names indexedDB');
        },
      };
    });
    expect(wrong).toEqual([]);
  });

  it('keeps components free of storage and messages', () => {
    const wrong = complaints(({ path }, complain) => ({
      ImportDeclaration({ source, importKind }) {
        if (!path.startsWith('components/') || importKind === 'type') return;
        if (/\/(store|lib\/(messages|browser|options|changes))/.test(source.value))
          complain(source, `imports ${source.value}`);
      },
    }));
    expect(wrong).toEqual([]);
  });

  it('takes every word that a reader sees from _locales', () => {
    const named = ['aria-label', 'title', 'placeholder', 'alt', 'aria-description'];
    const hasWords = (text: string) => /\p{L}/u.test(text);
    const wrong = complaints((_, complain) => ({
      JSXText(node) {
        if (hasWords(node.value)) complain(node, `says “${node.value.trim()}”`);
      },
      JSXOpeningElement({ name, attributes }) {
        if (name.type !== 'JSXIdentifier' || !/^[a-z]/.test(name.name)) return;
        for (const attribute of attributes) {
          if (attribute.type !== 'JSXAttribute' || attribute.value?.type !== 'Literal') continue;
          const { value } = attribute.value;
          if (!named.includes(String(attribute.name.name)) || typeof value !== 'string') continue;
          if (hasWords(value)) complain(attribute, `names itself “${value}”`);
        }
      },
    }));
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
    const wrong = complaints((_, complain) => ({
      TSAnyKeyword: (node) => complain(node, 'says any'),
    }));
    expect(wrong).toEqual([]);
  });

  it('explains every exported function in a docstring', () => {
    const wrong = complaints(({ path, text, comments }, complain) => ({
      ExportNamedDeclaration({ start, declaration }) {
        if (declaration?.type !== 'FunctionDeclaration' || path.endsWith('.tsx')) return;
        const isDocumented = comments.some(
          ({ type, value, end }) =>
            type === 'Block' &&
            value.startsWith('*') &&
            end < start &&
            text.slice(end, start).trim() === '',
        );
        if (!isDocumented)
          complain(declaration, `exports ${declaration.id?.name} without a docstring`);
      },
    }));
    expect(wrong).toEqual([]);
  });

  it('names every colour in assets/tokens.css only', () => {
    const styles = [...folders, 'assets']
      .flatMap((folder) => cssBelow(join(root, folder)))
      .filter((path) => !path.endsWith('assets/tokens.css'));
    const wrong = styles.filter((path) =>
      /#[0-9a-f]{3,8}\b|\b(rgb|hsl)a?\(/i.test(readFileSync(path, 'utf8')),
    );
    const inCode = complaints((_, complain) => ({
      Literal({ value, ...node }) {
        const isColour =
          typeof value === 'string' &&
          /#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})(?![\w-])|\b(?:rgb|hsl)a?\(/i.test(value);
        if (isColour) complain(node, `names ${value}`);
      },
    }));
    expect([...wrong.map((path) => relative(root, path)), ...inCode]).toEqual([]);
  });
});

function cssBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .map((name) => join(folder, name));
}
