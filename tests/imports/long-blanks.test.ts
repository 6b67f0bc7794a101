import { describe, expect, it } from 'vitest';
import { bibNames } from '../../imports/parts/bibtex-names';
import { latexText } from '../../imports/parts/latex';
import { ownNote } from '../../imports/parts/notes';
import { fileOf, foundIn, ofKind } from '../support/imports';

/** Looked through from each of its signs to its end it takes minutes, longer than a test may. */
const long = ' '.repeat(390_000);

async function titlesOf(name: string, text: string): Promise<(string | undefined)[]> {
  return ofKind(await foundIn(fileOf(name, text)), 'paper').map(({ paper }) => paper.title);
}

describe('a field of blanks is looked through once', () => {
  it('a note of LaTeX', () => {
    expect(latexText(`a${long}b`, { isNote: true })).toHaveLength(long.length + 2);
    expect(latexText(`a${long}\nb`, { isNote: true })).toBe('a\nb');
  });

  it('what a machine wrote', () => {
    expect(ownNote(`accepted @ A${long}b`).machine).toHaveLength(1);
    expect(ownNote('Accepted @ NAACL 2019 -- [x]').venue).toBe('NAACL 2019');
  });

  it('names', () => {
    expect(bibNames(`A B${long}c`).names).toHaveLength(1);
    expect(bibNames('Lin , Ada  and  Xu ,  Jr , Ben').names).toEqual(['Lin, Ada', 'Xu, Ben, Jr']);
  });

  it.each([
    ['note', long],
    ['annote', `a${long}b`],
    ['keywords', `${';'.repeat(390_000)}{}`],
    ['keywords', `{${';'.repeat(380_000)}{}}`],
    ['author', `a${long}b`],
    ['year', `2020${long}x`],
  ])('of BibTeX: %s', async (name, value) => {
    expect(await titlesOf('a.bib', `@misc{a, title = {T}, ${name} = {${value}}}`)).toEqual(['T']);
  });

  it.each([
    ['AU', `a${long}b`],
    ['DA', `2020${'/'.repeat(390_000)}x`],
    ['N1', `accepted @ A${long}b`],
    ['UR', `${long}x`],
  ])('of RIS: %s', async (tag, value) => {
    const file = `TY  - JOUR\nTI  - A Title\n${tag}  - ${value}\nER  - \n`;
    expect(await titlesOf('a.ris', file)).toEqual(['A Title']);
  });
});
