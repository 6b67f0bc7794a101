import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { complaints, root } from '../support/sources';

it('makes the document no API between modules: pages and components reach each other by refs and props', () => {
  /** Who reads markup that is no component's, or finds the first field of whatever it is given. */
  const allowed: Readonly<Record<string, string>> = {
    'components/rich-text/markdown-node.ts': 'a fragment that it has made itself',
    'components/ui/use-layer.ts': 'the first field of any layer',
  };
  const isOurs = (path: string) => /^(?:pages|components)\//.test(path) && !(path in allowed);
  const asks = /^(?:querySelector(?:All)?|getElement(?:s?By\w+))$/;
  // What was pressed in an element of one's own may be asked for its kind, as “a link or a button”.
  const kinds = /^[a-z]+(?:, [a-z]+)*$/;
  const wrong = complaints(({ path, text }, complain) => {
    if (!isOurs(path)) return {};
    return {
      CallExpression({ callee, arguments: [first], ...node }) {
        if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
        const { name } = callee.property;
        if (asks.test(name)) complain(node, `asks the document with ${name}`);
        const isKind = first?.type === 'Literal' && kinds.test(String(first.value));
        if (name === 'closest' && !isKind) complain(node, 'asks what it is in by a selector');
      },
      MemberExpression({ property, start, end }) {
        const isSet = /^\.\w+\s*=[^=]/.test(text.slice(end));
        const isDropped = text.slice(0, start).endsWith('delete ');
        if (property.type === 'Identifier' && property.name === 'dataset' && !isSet && !isDropped)
          complain({ start, end }, 'reads data from the document');
      },
    };
  });
  expect(wrong).toEqual([]);
  expect(Object.keys(allowed).filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
