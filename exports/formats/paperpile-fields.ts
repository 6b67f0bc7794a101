import { extraOf, type OutgoingPaper } from '../outgoing';
import { latexText } from './latex';

/** How BibTeX calls what Paperpile's JSON has: Paperpile itself reads no JSON, but BibTeX. */
const names: Readonly<Record<string, string>> = {
  ...{ volume: 'volume', issue: 'number', pages: 'pages', publisher: 'publisher', pmid: 'pmid' },
  ...{ isbn: 'isbn', issn: 'issn', edition: 'edition', series: 'series', address: 'address' },
  ...{ primaryClass: 'primaryclass', journal: 'shortjournal', booktitle: 'booktitle' },
  ...{ language: 'language', school: 'school', institution: 'institution', pmcid: 'pmcid' },
};

const types: Readonly<Record<string, string>> = {
  PP_ARTICLE: 'article',
  PP_BOOK: 'book',
  PP_CHAPTER: 'incollection',
  PP_CONFERENCE: 'inproceedings',
  PP_PREPRINT: 'misc',
  PP_REPORT: 'techreport',
  PP_THESIS: 'phdthesis',
};

/** What a file of Paperpile's said of a paper beyond what is kept, as fields of BibTeX. */
export function paperpileFields(paper: OutgoingPaper): Readonly<Record<string, string>> {
  const bag = extraOf(paper, 'paperpile');
  const fields = Object.entries(names).flatMap(([name, field]) => {
    const value = Object.hasOwn(bag, name) ? [bag[name]].flat().join(', ') : '';
    return value ? [[field, latexText(value)] as const] : [];
  });
  const type = typeof bag.pubtype === 'string' ? types[bag.pubtype] : undefined;
  return { ...(type ? { entrytype: type } : {}), ...Object.fromEntries(fields) };
}
