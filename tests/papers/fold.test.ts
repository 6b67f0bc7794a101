import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../papers/fold';
import { authorName, mayBeNamed } from '../../papers/rules/author-name';
import { quick } from '../support/property';
import { scoreOf, shown } from '../support/words';

const letters: Readonly<Record<string, string>> = {
  ...{ Łukasz: 'lukasz', 'Søren Ærø': 'soren aero', Straße: 'strasse', STRAẞE: 'strasse' },
  ...{ 'Œuvre Þór': 'oeuvre thor', 'Đorđe ð': 'dorde d', 'Yıldız İpek': 'yildiz ipek' },
  ...{ Ħal: 'hal', Ŋan: 'ngan', ſchon: 'schon', ŧħe: 'the', ƀæ: 'bae', ƒoo: 'foo', ĸ: 'k' },
  ...{ 'Əliyev Ɛnyɔ': 'eliyev enyo', Ɖoɗa: 'doda', ŁÓDŹ: 'lodz', 'Nguyễn Đức': 'nguyen duc' },
  ...{ ĳssel: 'ijssel', ǆ: 'dz', ﬁne: 'fine', ＡＩ: 'ai', Å: 'a', ɢʀᴇᴇᴋ: 'greek', Ⱥⱦ: 'at' },
  ...{ 'co\u00adop\u200bera\u2060te': 'cooperate', Σς: 'σσ', 'ℝ²': 'r2' },
};

describe('a folded text', () => {
  it.each(Object.entries(letters))('%s is %s', (some, expected) => {
    expect(fold(some)).toBe(expected);
  });

  it('has no letter of the Latin alphabets of the world but a to z', () => {
    const left: string[] = [];
    // Latin-1, Latin Extended-A and -B, Latin Extended Additional: letters that languages are written in.
    for (const [from, to] of [
      [0xc0, 0x1bf],
      [0x1c4, 0x241],
      [0x246, 0x250],
      [0x1e00, 0x1eff],
    ] as const)
      for (let code = from; code < to; code += 1) {
        const letter = String.fromCodePoint(code);
        if (/\p{Script=Latin}/u.test(letter) && !/^[a-z']+$/.test(fold(letter))) left.push(letter);
      }
    expect(left.join('')).toBe('ƍƻƼƽƾ');
  });

  it('stays as it is when it is folded again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (some) => {
        expect(fold(fold(some))).toBe(fold(some));
      }),
      quick,
    );
  });

  it('is that of its upper case, and of its other normal forms', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\u00df-\u024f]{1,20}$/), (some) => {
        fc.pre(!/[Ŀŀ]/.test(some));
        expect(fold(some.normalize('NFD'))).toBe(fold(some));
        expect(fold(some.normalize('NFKC'))).toBe(fold(some));
      }),
      quick,
    );
  });
});

describe('search and rules fold alike', () => {
  const names: readonly [string, string][] = [
    ['Łukasz Kaiser', 'lukasz kaiser'],
    ['Søren Kierkegaard', 'soren kierkegaard'],
    ['Đorđe Žarković', 'dorde zarkovic'],
    ['Yıldız Işık', 'yildiz isik'],
    ['Þór Ægisson', 'thor aegisson'],
    ['Elif Əliyeva', 'elif eliyeva'],
    ['Joseph Ħaber', 'joseph haber'],
    ['{\\L}ukasz Erd\\H{o}s', 'lukasz erdos'],
    ['S{\\o}ren M\\"uller', 'soren muller'],
    ['Ren&eacute; Descartes', 'rene descartes'],
    ['Ren\u00ade De\u200bscartes', 'rene descartes'],
  ];

  it.each(names)('%s is %s', (written, plain) => {
    expect(shown(written)).toBe(plain);
    const [one, other] = [authorName(written), authorName(plain)];
    expect(one && other && mayBeNamed(one, other)).toBe(true);
    expect(one).toMatchObject({ family: other?.family, given: other?.given });
    const ways = [plain, `author:"${plain}"`, `"${plain}"`];
    for (const query of written.includes('"') ? ways : [...ways, `author:"${written}"`])
      expect(scoreOf(query, { authors: [written] }), query).toBeGreaterThan(0);
  });
});
