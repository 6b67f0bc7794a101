import { describe, expect, it } from 'vitest';
import { authorNames, givenFirst, richerAuthors } from '../../papers/names';

describe('a name', () => {
  it.each([
    ['Riedl, Mark O.', 'Mark O. Riedl'],
    ['Chen, De', 'De Chen'],
    ['Riedl,Mark', 'Mark Riedl'],
    ['Mark O. Riedl', 'Mark O. Riedl'],
    ['Plato', 'Plato'],
    ['Plato,', 'Plato'],
    [', Plato', 'Plato'],
    [',', ','],
    ['', ''],
  ])('%j is read as %j', (written, read) => {
    expect(givenFirst(written)).toBe(read);
  });

  it.each([
    ['van der Berg, Jan', 'Jan van der Berg'],
    ['Berg, Jan van der', 'Jan van der Berg'],
    ['de la Cruz, María José', 'María José de la Cruz'],
    ["d'Alembert, Jean", "Jean d'Alembert"],
    ['al-Khwārizmī, Muḥammad', 'Muḥammad al-Khwārizmī'],
    ['Ortega y Gasset, José', 'José Ortega y Gasset'],
  ])('with particles, %j, keeps them: %j', (written, read) => {
    expect(givenFirst(written)).toBe(read);
  });

  it.each([
    ['King, Martin Luther, Jr.', 'Martin Luther King Jr.'],
    ['King, Jr., Martin Luther', 'Martin Luther King Jr.'],
    ['Davis, Jr.', 'Davis Jr.'],
    ['Ford, Henry, III', 'Henry Ford III'],
    ['Turing, Alan, PhD', 'Alan Turing PhD'],
    ['Ii, Yutaka', 'Yutaka Ii'],
    ['Islam, Md', 'Md Islam'],
    ['Smith, V', 'V Smith'],
  ])('with what comes after it, %j, has that last: %j', (written, read) => {
    expect(givenFirst(written)).toBe(read);
  });

  it.each([
    ['Seedance, Team', 'Team Seedance'],
    ['Team, Gemini', 'Gemini Team'],
    ['The ATLAS Collaboration', 'The ATLAS Collaboration'],
    ['Collaboration, The ATLAS', 'The ATLAS Collaboration'],
    ['ATLAS Collaboration, The', 'The ATLAS Collaboration'],
    ['OpenAI, Inc.', 'OpenAI Inc.'],
    ['{Barnes and Noble, Inc.}', 'Barnes and Noble, Inc.'],
    ['University of California, Berkeley', 'University of California, Berkeley'],
    ['Beijing Institute of Technology, Beijing', 'Beijing Institute of Technology, Beijing'],
    ['Instituto, Juan', 'Juan Instituto'],
    ['Lovelace, A., Babbage, C.', 'Lovelace, A., Babbage, C.'],
    ['Ada Lovelace (Analytical Engines, London)', 'Ada Lovelace (Analytical Engines, London)'],
  ])('of a group, or of several, %j, is %j', (written, read) => {
    expect(givenFirst(written)).toBe(read);
  });

  it.each([
    ['王, 伟', '王伟'],
    ['王，伟', '王伟'],
    ['山田, 太郎', '山田太郎'],
    ['佐々木, ゆう', '佐々木ゆう'],
    ['김, 민수', '김민수'],
    ['アインシュタイン, アルベルト', 'アルベルト アインシュタイン'],
    ['山田 太郎', '山田 太郎'],
    ['Wang, Wei (王伟)', 'Wei (王伟) Wang'],
    ['ابن سينا، الحسين', 'الحسين ابن سينا'],
  ])('in another script, %j, is %j', (written, read) => {
    expect(givenFirst(written)).toBe(read);
  });

  it('is said alike whatever source it came from, and saying it again changes nothing', () => {
    const names = authorNames({ authors: ['Seedance, Team', 'De Chen', 'Chen, De'] });
    expect(names).toEqual(['Team Seedance', 'De Chen', 'De Chen']);
    expect(authorNames({ authors: names })).toEqual(names);
    expect(authorNames({ authors: ['One, A'] }, { authors: ['One, A', 'Two, B'] })).toHaveLength(2);
    expect(authorNames({})).toEqual([]);
  });
});

describe('of two author lists', () => {
  it('the longer one stands, then the one that tells family names, then the newer', () => {
    expect(richerAuthors(['A B', 'C D'], ['A B'])).toEqual(['A B', 'C D']);
    expect(richerAuthors(['B, A'], ['A B'])).toEqual(['B, A']);
    expect(richerAuthors(['A B'], ['B, A'])).toEqual(['B, A']);
    expect(richerAuthors(['A Bee'], ['A Be'])).toEqual(['A Be']);
    expect(richerAuthors([], [])).toEqual([]);
  });
});
