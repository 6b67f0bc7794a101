import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newCode, readCode } from '../../sync/vault/code';
import { randomBytes, seeded } from '../support/sync/device';

const random = randomBytes(seeded(3));

describe('a code', () => {
  const codes = Array.from({ length: 20 }, () => newCode(random));

  it('reads as it is shown, however it is spelled', () => {
    for (const code of codes) {
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
      const spelled = code
        .toLowerCase()
        .replaceAll('-', ' ')
        .replaceAll('0', 'o')
        .replaceAll('1', 'l');
      expect(readCode(spelled)).toEqual({ code });
    }
  });

  it('tells every slip of one character, and every two that were swapped', () => {
    for (const code of codes) {
      const plain = code.replaceAll('-', '');
      for (let at = 0; at < plain.length; at += 1) {
        for (const other of '0123456789ABCDEFGHJKMNPQRSTVWXYZ')
          if (other !== plain[at])
            expect(readCode(plain.slice(0, at) + other + plain.slice(at + 1))).toHaveProperty(
              'fault',
            );
        const [one, two] = [plain[at], plain[at + 1]];
        if (two && one !== two)
          expect(readCode(plain.slice(0, at) + two + one + plain.slice(at + 2))).toEqual({
            fault: 'check',
          });
      }
    }
  });

  it('says what is wrong', () => {
    const [code = ''] = codes;
    expect(readCode(code.slice(0, -1))).toEqual({ fault: 'length' });
    expect(readCode(`${code.slice(0, -1)}U`)).toEqual({ fault: 'character' });
  });

  it('takes whatever is typed without failing', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void readCode(text)));
  });
});
