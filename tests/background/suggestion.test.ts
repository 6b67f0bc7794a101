import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { expect, describe as group, it } from 'vitest';
import { describe } from '../../background/omnibox/suggestion';
import { quick } from '../support/property';

const part = fc.record(
  {
    text: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom(
        '<match>',
        '</match>',
        '&amp;',
        ']]>',
        '<!--',
        '"',
        "'",
        '\0',
        '\ud800',
        '\uffff',
      ),
    ),
    as: fc.constantFrom('match' as const, 'dim' as const),
  },
  { requiredKeys: ['text'] },
);

const parser = new new JSDOM('').window.DOMParser();

group('a suggestion', () => {
  it('is XML that holds the words and nothing else, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
        const xml = `<all>${describe(parts, 'xml')}</all>`;
        const root = parser.parseFromString(xml, 'text/xml').documentElement;
        expect(root.textContent).toBe(describe(parts, 'plain'));
        expect(root.querySelectorAll(':not(match, dim)').length).toBe(0);
      }),
      quick,
    );
  });

  it('marks what was searched for in Chrome, and stays as it is in Firefox', () => {
    const parts = [{ text: 'A <b> & “c”\n' }, { text: "d'", as: 'match' as const }];
    expect(describe(parts, 'xml')).toBe('A &#60;b&#62; &#38; “c” <match>d&#39;</match>');
    expect(describe(parts, 'plain')).toBe("A <b> & “c” d'");
  });

  it('cannot turn the line around', () => {
    expect(describe([{ text: 'abc\u202Edef\u2066' }], 'plain')).toBe('abcdef');
  });
});
