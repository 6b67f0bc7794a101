import { expect, it } from 'vitest';
import { ieee } from '../../../sites/general/own/ieee';
import { namesIn, SiteNames } from '../../../sites/general/words';

const site = new SiteNames([]);

it('names with many blanks in them are looked through once', () => {
  const text = `Ada${' '.repeat(19_000)}Lovelace`;
  expect(namesIn(Array(200).fill(text), site)).toEqual(['Ada Lovelace']);
  expect(namesIn([`Rodrigo Pinto,\n   Leda Castilho,\n and   Alan Turing`], site)).toEqual([
    'Rodrigo Pinto',
    'Leda Castilho',
    'Alan Turing',
  ]);
});

it('metadata of IEEE that end within a text are looked through once', () => {
  const text = `xplGlobal.document.metadata={"title":"${'\\"'.repeat(500_000)}`;
  const document = { scripts: [{ textContent: text }], querySelector: () => null };
  const url = new URL('https://ieeexplore.ieee.org/document/9056993');
  expect(ieee.read(document as unknown as Document, url)).toBeUndefined();
});
