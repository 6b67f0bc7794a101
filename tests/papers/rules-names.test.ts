import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorName, mayBeNamed } from '../../papers/rules/author-name';
import { quick } from '../support/property';

function goesWith(wanted: string, name: string): boolean {
  const [one, other] = [authorName(wanted), authorName(name)];
  return one !== undefined && other !== undefined && mayBeNamed(one, other);
}

describe('the name of an author', () => {
  it.each([
    ['Ada Lovelace', 'ADA LOVELACE'],
    ['Ada Lovelace', 'A. Lovelace'],
    ['A. Lovelace', 'Ada Lovelace'],
    ['Ada Lovelace', 'Lovelace, Ada'],
    ['Ada Lovelace', 'Lovelace, A.'],
    ['Ada Lovelace', 'Ada K. Lovelace'],
    ['A. K. Lovelace', 'Ada King Lovelace'],
    ['Emile Borel', 'Émile Borel'],
    ['Łukasz Kaiser', 'Lukasz Kaiser'],
    ['Søren Kierkegaard', 'Soren Kierkegaard'],
    ['Jean-Pierre Serre', 'J.-P. Serre'],
    ['Jean-Pierre Serre', 'JP Serre'],
    ['Xiao-Ming Li', 'Xiaoming Li'],
    ['Martin Luther King', 'King, Martin Luther, Jr.'],
    ['Ada Lovelace', 'Lovelace Jr., Ada'],
    ['Ada Lovelace', 'ADA LOVELACE JR.'],
    ['Henry Ford', 'Ford III, Henry'],
    ['Yutaka Ii', 'Ii, Yutaka'],
    ['Anna Müller-Wolf', 'A. Muller-Wolf'],
    ['Anna Müller-Wolf', 'Müller-Wolf, Anna'],
    ['Jan van der Berg', 'van der Berg, Jan'],
    ["Brian O'Neil", 'Brian O’Neil'],
    ['Lovelace', 'Ada Lovelace'],
    ['李飞飞', '李飞飞'],
    ['李飞飞', '李 飞飞'],
    ['van der Maaten', 'Laurens van der Maaten'],
    ['Neumann', 'John von Neumann'],
    ['zu Salm', 'Karl zu Salm'],
    ['de los Santos', 'Ada de los Santos'],
    ['Ada Lovelace MD', 'A. Lovelace'],
    ['Yann LeCun', 'Y. Le Cun'],
    ['Rami Al-Rfou', 'Rami Al Rfou'],
    ['Shai Ben David', 'Ben-David, Shai'],
    ['Dr. Ada Lovelace', 'Ada Lovelace'],
    ['Ada Lovelace, PhD', 'Ada Lovelace'],
    ['Ada Lovelace Ph.D.', 'Ada Lovelace'],
    ['Ada Lovelace 3rd', 'Ada Lovelace'],
    ['Ada Lovelace', 'Ada Lovelace¹²'],
    ['Ada Lovelace', 'Ada Lovelace (Example, Inc.)'],
  ])('%s may be %s', (wanted, name) => {
    expect(goesWith(wanted, name)).toBe(true);
  });

  it.each([
    ['von Neumann', 'Gerhard Neumann'],
    ['de la Cruz', 'Ada Cruz'],
    ['Smith MD', 'Ada Smith'],
    ['Ada Lovelace', 'Alan Lovelace'],
    ['Ada Lovelace', 'B. Lovelace'],
    ['Ada Lovelace', 'Ada Lovell'],
    ['Ada Lovelace', 'Lovelace'],
    ['A. K. Lovelace', 'Ada Byron Lovelace'],
    ['Ada King Lovelace', 'Ada Byron Lovelace'],
    ['Al Smith', 'Adam Lee Smith'],
    ['Wei Wang', 'Wenhui Wang'],
    ['Yutaka Ii', 'Kenji Yutaka'],
    ['Anna Müller-Wolf', 'Anna Wolf'],
    ['Anna Wolf', 'Anna Müller-Wolf'],
    ['Lovelace Ada', 'Ada Lovelace'],
    ['al smith', 'Adam Smith'],
    ['di wu', 'Wei Wu'],
    ['Al Smith', 'Adam Alsmith'],
    ['van der Maaten', 'Laurens van der Berg'],
  ])('%s is not %s', (wanted, name) => {
    expect(goesWith(wanted, name)).toBe(false);
  });

  it('without a letter is none', () => {
    expect(authorName(' , . ')).toBeUndefined();
  });

  const word = fc.stringMatching(/^[A-ZÉŁØ][a-zéüñø]{2,8}$/);
  const name = fc.record({ given: fc.array(word, { minLength: 1, maxLength: 3 }), family: word });
  const written = ({ given, family }: { given: readonly string[]; family: string }) =>
    `${given.join(' ')} ${family}`;

  it('goes with itself in every spelling, whichever is asked for', () => {
    fc.assert(
      fc.property(name, ({ given, family }) => {
        const initials = given.map((word) => `${word.charAt(0)}.`);
        const spellings = [
          written({ given, family }),
          written({ given, family }).toUpperCase(),
          written({ given, family }).normalize('NFD'),
          `${family}, ${given.join(' ')}`,
          `${initials.join(' ')} ${family}`,
          `${family}, ${initials.join('')}`,
        ];
        for (const one of spellings)
          for (const other of spellings)
            expect(goesWith(one, other), `${one} ~ ${other}`).toBe(true);
      }),
      quick,
    );
  });

  it('goes with another one as that goes with it, where both have a given name', () => {
    fc.assert(
      fc.property(name, name, (one, other) => {
        const [left, right] = [written(one), written({ ...other, family: one.family })];
        expect(goesWith(left, right)).toBe(goesWith(right, left));
      }),
      quick,
    );
  });

  it('never goes with one whose first name is another', () => {
    fc.assert(
      fc.property(name, word, (one, first) => {
        fc.pre(first.charAt(0) !== one.given[0]?.charAt(0));
        fc.pre(
          authorName(first)?.family.charAt(0) !== authorName(written(one))?.given[0]?.charAt(0),
        );
        expect(goesWith(written(one), `${first} ${one.family}`)).toBe(false);
      }),
      quick,
    );
  });
});
